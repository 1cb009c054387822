using ClinicalBot.Testing;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>Every token is judged by this bot over HTTP and by the reference: the same verdict, or a stricter one that is listed.</summary>
public sealed class TokenOracleTests
{
    /// <summary>Accepted by the reference, refused here. docs/security.md says why, under the same names.</summary>
    private static readonly string[] Stricter =
    [
        "no exp",
        "emulator, version 1",
        "emulator, version 2",
        "tenant that is not allowed",
        "channel that is not allowed",
        "no key id, and a key without one",
        "key of 1024 bits",
        "key endorses nothing",
        "key without endorsements",
        "endorsements that are no array",
        "serviceurl twice, ours last",
        "unknown critical header",
    ];

    [Fact]
    public async Task No_token_is_judged_more_kindly_than_by_the_reference()
    {
        var tokens = new TokenCases();
        var cases = tokens.All;
        await using var issuer = await LocalIssuer.StartAsync(tokens.Published);
        await using var bot = await BotServer.StartAsync(issuer);

        var reference = await ReferenceVerdicts.OfAsync(issuer, cases);
        var stricter = new List<string>();
        var kinder = new List<string>();
        foreach (var (token, theirs) in cases.Zip(reference))
        {
            var ours = await bot.StatusAsync(token.Authorization, BotServer.Message(token.ChannelId, token.ServiceUrl, token.Tenant));
            TestContext.Current.TestOutputHelper?.WriteLine($"{token.Name} | {ours} | {(theirs.Accepted ? "accepted" : theirs.Why)}");
            Assert.True(ours is 202 or 401 or 403, $"{token.Name}: {ours}");
            if ((ours == 202) != theirs.Accepted)
            {
                (theirs.Accepted ? stricter : kinder).Add(token.Name);
            }
        }

        Assert.True(kinder.Count == 0, "Accepted here and refused by the reference: " + string.Join("; ", kinder));
        Assert.Equal(Stricter.Order(), stricter.Order());
        Assert.True(cases.Count >= 30 && reference[0].Accepted);
    }

    [Fact]
    public void The_stricter_verdicts_are_documented()
    {
        var listed = File.ReadAllLines(Repository.PathOf("docs", "security.md"))
            .SkipWhile(line => !line.StartsWith("## Where this is stricter", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        Assert.Equal(Stricter.Order(), listed.Order());
    }
}
