using System.Globalization;
using System.Reflection;
using ClinicalBot.Api.CdsHooks;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Hosting;
using ClinicalBot.Monitoring.Telemetry;
using ClinicalBot.Monitoring.Watch;
using ClinicalBot.Paging;
using ClinicalBot.Storage;
using ClinicalBot.Testing;
using ClinicalBot.Turns;
using Microsoft.Extensions.Configuration;

namespace ClinicalBot.Tests.Hosting;

/// <summary>appsettings.template.json has every setting with its default, and none that nothing reads.</summary>
public sealed class SettingsTemplateTests
{
    private static readonly IConfigurationRoot Template =
        new ConfigurationBuilder().AddJsonFile(Repository.PathOf("appsettings.template.json")).Build();

    private static readonly Dictionary<string, Type> Options = new()
    {
        [CdsHooksOptions.Section] = typeof(CdsHooksOptions),
        ["Site"] = typeof(SiteOptions),
        [ContentOptions.Section] = typeof(ContentOptions),
        [EscalationOptions.Section] = typeof(EscalationOptions),
        [RateLimitOptions.Section] = typeof(RateLimitOptions),
        [PagingOptions.Section] = typeof(PagingOptions),
        [PermissionOptions.Section] = typeof(PermissionOptions),
        [WatchOptions.Section] = typeof(WatchOptions),
        [StorageOptions.Section] = typeof(StorageOptions),
        [TurnsOptions.Section] = typeof(TurnsOptions),
        [TelemetryOptions.Section] = typeof(TelemetryOptions),
    };

    private static readonly Type[] Lists = [typeof(IList<>), typeof(IDictionary<,>), typeof(Dictionary<,>)];

    // One ladder shows what the other may have too.
    private static readonly string[] ShownOnce = ["Escalation:Urgent:Needs", "Escalation:Emergency:Repeats", "Escalation:Emergency:FinalEvery"];

    // No default, and that of the urgent ladder, which is not that of a ladder with steps of its own.
    private static readonly string[] Examples = ["Site:TimeZone", "Escalation:Urgent:FinalEvery"];

    public static TheoryData<string> Sections => [.. Options.Keys];

    [Theory]
    [MemberData(nameof(Sections))]
    public void It_has_each_setting_of_a_section_and_no_other(string section)
    {
        var read = Leaves(Activator.CreateInstance(Options[section])!, section).Keys.Except(ShownOnce).Order(StringComparer.Ordinal);
        var shown = Shown(Template.GetSection(section), [.. Leaves(Activator.CreateInstance(Options[section])!, section).Keys]);
        Assert.Equal(read, shown.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void What_it_shows_is_the_default(string section)
    {
        var byDefault = Leaves(Activator.CreateInstance(Options[section])!, section);
        var shown = Leaves(Template.GetSection(section).Get(Options[section])!, section);
        Assert.All(byDefault.Where(leaf => leaf.Value is not null && !Examples.Contains(leaf.Key)), leaf =>
            Assert.Equal((leaf.Key, leaf.Value), (leaf.Key, shown[leaf.Key])));
    }

    [Fact]
    public void The_ladders_notices_and_scopes_it_shows_are_the_defaults()
    {
        var shown = Template.GetSection(EscalationOptions.Section).Get<EscalationOptions>()!;
        Assert.NotEmpty(shown.Urgent.Steps);
        Assert.Equivalent(LadderDefaults.Urgent, shown.Urgent.Or(LadderDefaults.Urgent), strict: true);
        Assert.Equivalent(LadderDefaults.Emergency, shown.Emergency.Or(LadderDefaults.Emergency), strict: true);
        Assert.Equal(new EscalationOptions().ShiftNotices, shown.ShiftNotices);
    }

    [Fact]
    public void It_has_each_setting_of_the_registration_with_its_default()
    {
        var byDefault = Leaves(new BotAuthenticationOptions(), "");
        var shown = Leaves(Template.Get<BotAuthenticationOptions>()!, "");
        var keys = Template.GetChildren().Select(child => child.Key).ToList();
        Assert.All(byDefault.Keys, key => Assert.Contains(key, keys));
        Assert.Equal(byDefault, shown);
    }

    /// <summary>The keys that options read, with their values as text; null for a list.</summary>
    private static Dictionary<string, string?> Leaves(object options, string path)
    {
        var leaves = new Dictionary<string, string?>();
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var (key, value) = (path.Length > 0 ? $"{path}:{property.Name}" : property.Name, property.GetValue(options));
            if (property.PropertyType is { IsGenericType: true } list && Lists.Contains(list.GetGenericTypeDefinition()))
            {
                leaves[key] = null;
            }
            else if (value?.GetType() is { IsClass: true } type && type != typeof(string) && type.Assembly == options.GetType().Assembly)
            {
                foreach (var (inner, text) in Leaves(value, key))
                {
                    leaves[inner] = text;
                }
            }
            else if (property.SetMethod?.IsPublic is true)
            {
                leaves[key] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            }
        }

        return leaves;
    }

    private static IEnumerable<string> Shown(IConfigurationSection section, HashSet<string> leaves) => section.GetChildren().SelectMany(child =>
        leaves.Contains(child.Path) || !child.GetChildren().Any() ? [child.Path] : Shown(child, leaves));
}
