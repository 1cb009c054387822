using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using ClinicalBot.Api.CdsHooks;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Retention;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Monitoring.Telemetry;
using ClinicalBot.Monitoring.Watch;
using ClinicalBot.Paging;
using ClinicalBot.Storage;
using ClinicalBot.Turns;

namespace ClinicalBot.Hosting;

/// <summary>
/// Values that are not of the kind their setting asks for, such as "many" for a number. The framework stops at the first of them; here all are found
/// and taken out, so that the rest can be checked as well.
/// </summary>
internal static class UnreadableSettings
{
    /// <summary>Every section that is bound to options.</summary>
    public static IReadOnlyList<(string Section, Type Options)> Sections { get; } =
    [
        ("", typeof(BotAuthenticationOptions)),
        (CdsHooksOptions.Section, typeof(CdsHooksOptions)),
        ("Site", typeof(SiteOptions)),
        (ContentOptions.Section, typeof(ContentOptions)),
        (EscalationOptions.Section, typeof(EscalationOptions)),
        (PagingOptions.Section, typeof(PagingOptions)),
        (PermissionOptions.Section, typeof(PermissionOptions)),
        (RateLimitOptions.Section, typeof(RateLimitOptions)),
        (RetentionOptions.Section, typeof(RetentionOptions)),
        (StorageOptions.Section, typeof(StorageOptions)),
        (TelemetryOptions.Section, typeof(TelemetryOptions)),
        (TurnsOptions.Section, typeof(TurnsOptions)),
        (WatchOptions.Section, typeof(WatchOptions)),
    ];

    /// <summary>Takes them out of the configuration and makes a fault of each.</summary>
    public static void TakeOut(WebApplicationBuilder builder)
    {
        var found = Sections.SelectMany(each => Find(each.Section.Length == 0
            ? builder.Configuration : builder.Configuration.GetSection(each.Section), each.Options))
            .DistinctBy(each => each.Key).ToList();
        if (found.Count == 0)
        {
            return;
        }

        foreach (var (key, kind) in found)
        {
            SettingFaults.Add(builder.Services, SeenValue.Add($"{key} cannot be read{kind}. Set it as appsettings.template.json shows.",
                builder.Configuration));
        }

        var kept = builder.Configuration.AsEnumerable().Where(pair => pair.Value is not null && found.TrueForAll(each => each.Key != pair.Key)).ToList();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(kept);
    }

    private static IEnumerable<(string Key, string Kind)> Find(IConfiguration section, Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)
            .SelectMany(property => FindIn(section.GetSection(property.Name), property.PropertyType));

    private static IEnumerable<(string Key, string Kind)> FindIn(IConfigurationSection section, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return [];
        }

        if (TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string)))
        {
            return string.IsNullOrEmpty(section.Value) || Reads(section.Value, type) ? [] : [(section.Path, StartFailure.As(type.Name))];
        }

        return typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType
            ? section.GetChildren().SelectMany(child => FindIn(child, type.GenericTypeArguments[^1]))
            : section.Exists() && type.Namespace?.StartsWith("ClinicalBot", StringComparison.Ordinal) == true ? Find(section, type) : [];
    }

    private static bool Reads(string value, Type type)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromString(context: null, CultureInfo.InvariantCulture, value) is not null;
        }
#pragma warning disable CA1031 // Converters throw whatever they like; all it says is that the value is not one of theirs.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
