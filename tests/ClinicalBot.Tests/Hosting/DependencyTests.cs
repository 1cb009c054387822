using System.Xml.Linq;
using ClinicalBot.Testing;
using ClinicalBot.Tests.Package;

namespace ClinicalBot.Tests.Hosting;

/// <summary>Which project depends on which. A new dependency is a decision: change it here first.</summary>
public sealed class DependencyTests
{
    private static readonly string Root = Repository.Root;

    public static TheoryData<string, string> Dependencies => new()
    {
        { "ClinicalBot.Rules", "" },
        { "ClinicalBot.BotFramework", "" },
        { "ClinicalBot.AdaptiveCards", "" },
        { "ClinicalBot.Turns", "BotFramework" },
        { "ClinicalBot.Dialogs", "BotFramework" },
        { "ClinicalBot.Escalation", "Rules" },
        { "ClinicalBot.Storage", "Turns" },
        { "ClinicalBot.Phrases", "Rules" },
        { "ClinicalBot.Paging", "BotFramework" },
        { "ClinicalBot.Monitoring", "BotFramework Paging Turns" },
        { "ClinicalBot.Conversations", "AdaptiveCards BotFramework Dialogs Escalation Paging Phrases Rules Turns" },
        { "ClinicalBot.LocalChannel", "BotFramework Turns" },
        { "ClinicalBot.Api", "BotFramework Conversations Escalation Rules Turns" },
        { "ClinicalBot.Records", "Api BotFramework Conversations Escalation Storage Turns" },
        { "AdaptiveCards.StandIn", "" },
        { "ClinicalBot.BotBuilder", "AdaptiveCards.StandIn Conversations Storage Turns" },
        {
            "ClinicalBot",
            "AdaptiveCards Api BotFramework Conversations Dialogs Escalation LocalChannel Monitoring Paging Phrases Records Rules Storage Turns"
        },
    };

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void A_project_references_only_these(string project, string expected)
    {
        var references = Project(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value).Replace("ClinicalBot.", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(' ', references));
    }

    [Fact]
    public void Every_project_is_listed() => Assert.Equal(
        Directory.GetDirectories(Path.Combine(Root, "src")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
        Dependencies.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public void The_rules_core_has_no_packages_but_what_watches_its_build() => Assert.All(
        Project("ClinicalBot.Rules").Descendants("PackageReference"), package => Assert.Equal("all", package.Attribute("PrivateAssets")?.Value));

    private static XDocument Project(string name) => XDocument.Load(Path.Combine(Root, "src", name, name + ".csproj"));
}
