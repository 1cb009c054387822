using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Dialogs;

/// <summary>
/// What is kept of a running dialog, per conversation and user. The step is kept by <b>name</b> and the dialog by version, so that a
/// deploy that adds, drops or reorders steps cannot make an answer land on another question.
/// </summary>
public sealed record DialogState
{
    /// <summary>Which dialog.</summary>
    public required string DialogId { get; init; }

    /// <summary>Version of the dialog that wrote this.</summary>
    public required int Version { get; init; }

    /// <summary>Identifies this run of the dialog; cards carry it.</summary>
    public required string Instance { get; init; }

    /// <summary>Name of the step whose question is open.</summary>
    public required string Step { get; init; }

    /// <summary>Grows with every accepted input; cards carry it, so that an old one is recognized.</summary>
    public required int Revision { get; init; }

    /// <summary>How often the open question was asked.</summary>
    public int Asked { get; init; }

    /// <summary>Names of the steps that were answered.</summary>
    public IReadOnlyList<string> Answered { get; init; } = [];

    /// <summary>The answers, in the dialog's own type.</summary>
    public required JsonElement Answers { get; init; }

    /// <summary>When the person last said something (care clock).</summary>
    public required DateTimeOffset LastActiveAt { get; init; }

    /// <summary>Our message key of the open question, to update it once answered.</summary>
    public string? PromptKey { get; init; }

    /// <summary>Where the dialog of this activity's sender is kept: one per conversation and user.</summary>
    public static StateKey KeyOf(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new StateKey(activity.GetTenantId(), "dialog", JsonSerializer.Serialize(
            [activity.ChannelId ?? "", activity.Conversation?.Id ?? "", activity.From?.Id ?? ""], DialogJson.Default.StringArray));
    }
}

/// <summary>Source-generated JSON of dialog state.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DialogState))]
[JsonSerializable(typeof(string[]))]
public sealed partial class DialogJson : JsonSerializerContext;
