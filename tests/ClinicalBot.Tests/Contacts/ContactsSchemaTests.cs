using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Testing;
using Json.Schema;

namespace ClinicalBot.Tests.Contacts;

/// <summary>contacts.schema.json says the same of a contacts file as the program does, and the program says in which line it is wrong.</summary>
public sealed class ContactsSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Repository.Root, "contacts.schema.json")));

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private const string Whole =
        """
        {
          "neurology": {
            "phone": "555-0101", "people": [
              { "aadObjectId": "a", "name": "Dr. A", "callBack": "555-0109",
                "hours": [ "Mon-Fri 08:00-18:00", "Sat,Sun 22:00-06:00", "00:00-24:00" ], "noticeBefore": [ "2.00:00:00", "00:30:00" ] },
              { "aadObjectId": "b", "name": "Dr. B" }
            ],
            "rotation": {
              "members": [ "a", "b" ], "start": "2026-11-23", "days": 7,
              "handoff": "08:00"
            },
            "calendars": [ "on-call.ics" ],
            "fallback": "b"
          }
        }
        """;

    private static ContactsFile Load(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return ContactsFile.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool Fits(string text) => Schema.Evaluate(JsonNode.Parse(text, documentOptions: Lenient)).IsValid;

    [Fact]
    public void The_template_fits_and_can_be_read()
    {
        var template = File.ReadAllText(Path.Combine(Repository.Root, "contacts.template.json"));
        Assert.True(Fits(template));
        Assert.IsType<ContactsFile.Good>(Load(template));
        Assert.True(Fits(Whole));
        var book = Assert.IsType<ContactsFile.Good>(Load(Whole)).Book;
        Assert.Equal([TimeSpan.FromDays(2), TimeSpan.FromMinutes(30)], book.Find("a")!.NoticeBefore);
    }

    [Theory]
    [InlineData("\"name\": \"Dr. B\"", "\"name\": \"\"", "line 6, neurology.people.1: has no aadObjectId or name")]
    [InlineData("\"name\": \"Dr. B\"", "\"nmae\": \"Dr. B\"", "line 6, neurology.people[1].nmae")]
    [InlineData("\"08:00\"", "\"8 o'clock\"", "line 10, neurology.rotation.handoff: is no time such as 08:00")]
    [InlineData("\"days\": 7", "\"days\": 0", "line 9, neurology.rotation.days: is not 1 to 366")]
    [InlineData("[ \"a\", \"b\" ]", "[]", "line 9, neurology.rotation.members: names nobody, or a person who is in no people")]
    [InlineData("\"fallback\": \"b\"", "\"fallback\": 5", "line 13, neurology.fallback")]
    [InlineData("[ \"on-call.ics\" ]", "[ \"\" ]", "line 12, neurology.calendars: has an empty one")]
    [InlineData("\"00:00-24:00\"", "\"8-18\"", "line 5, neurology.people.0.hours: has something else than hours such as \"Mon-Fri 08:00-18:00\"")]
    [InlineData("\"00:30:00\"", "\"half an hour\"", "line 5, neurology.people[0].noticeBefore[1]")]
    public void What_does_not_fit_cannot_be_read_and_the_line_is_told(string right, string wrong, string where)
    {
        var text = Whole.Replace(right, wrong, StringComparison.Ordinal);
        Assert.False(Fits(text));
        Assert.Equal(where, Assert.IsType<ContactsFile.Bad>(Load(text)).Where);
    }

    [Theory]
    [InlineData("\"fallback\": \"b\"", "\"fallback\": \"c\"", "line 13, neurology.fallback: is nobody of people")]
    [InlineData("[ \"a\", \"b\" ]", "[ \"a\", \"c\" ]", "line 9, neurology.rotation.members: names nobody, or a person who is in no people")]
    [InlineData("Mon-Fri", "Mon-Fry", "line 5, neurology.people.0.hours: has something else than hours such as \"Mon-Fri 08:00-18:00\"")]
    [InlineData("\"fallback\": \"b\"\n  }", "\"fallback\": \"b\"\n  },\n  \"Neurology\": {}", "line 15, Neurology: this role stands there twice")]
    [InlineData("\"days\": 7", "\"days\": 7, \"zone\": \"Mars/Olympus\"", "line 9, neurology.rotation.zone: is no IANA zone")]
    public void What_no_schema_can_say_is_told_with_its_line_too(string right, string wrong, string where) =>
        Assert.Equal(where, Assert.IsType<ContactsFile.Bad>(Load(Whole.Replace(right, wrong, StringComparison.Ordinal))).Where);
}
