using System.Text.Json;
using ClinicalBot.BotFramework;
using Microsoft.AspNetCore.Mvc;

namespace ClinicalBot.LocalChannel;

/// <summary>What the page calls. Everything that happens comes back over <see cref="EventStream"/>.</summary>
internal static class PageEndpoints
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxMinutes = 24 * 60;

    /// <summary>Maps the calls below "/local".</summary>
    public static void MapPageCalls(this IEndpointRouteBuilder endpoints)
    {
        var local = endpoints.MapGroup("/local").WithMetadata(new RequestSizeLimitAttribute(MaxBytes)).ExcludeFromDescription();
        local.MapGet("events", EventStream.Follow);
        local.MapPost("chats/{key}/open", (string key, Device device, Acting acting) => acting.Open(key, device.Checked()));
        local.MapPost("chats/{key}/restart", (string key, Device device, Acting acting) => acting.Restart(key, device.Checked()));
        local.MapPost("chats/{key}/done", (string key, Deed deed, Acting acting) => acting.Do(key, deed));
        local.MapPost("chats/{key}/task", (string key, TaskDeed deed, Acting acting, CancellationToken gone) => acting.AskAsync(key, deed, gone));
        local.MapGet("time", (CareClock clock, CancellationToken gone) => clock.ReadAsync(gone));
        local.MapPost("time/forward", ForwardAsync);
        local.MapPost("entries/{id}/retry", (string id, Acting acting) => acting.Retry(id));
    }

    private static async Task<IResult> ForwardAsync(Forward forward, CareClock clock, CancellationToken gone) => forward switch
    {
        { Minutes: >= 1 and <= MaxMinutes and var minutes } => Results.Json(await clock.ForwardAsync(TimeSpan.FromMinutes(minutes), gone)),
        { Minutes: null } => Results.Json(await clock.ForwardToNextAsync(gone)),
        _ => Results.Problem($"Time moves forward by 1 to {MaxMinutes} minutes, or without minutes to what is due next.", statusCode: 400),
    };
}

/// <summary>Moves the care clock.</summary>
/// <param name="Minutes">How far; null for what is due next.</param>
internal sealed record Forward(int? Minutes);

/// <summary>One thing a person did on the page: exactly one of text, submit and execute.</summary>
/// <param name="As">Key of the person who did it.</param>
/// <param name="ClientId">The page's id of it; the same for every attempt to tell us.</param>
/// <param name="Device">With what.</param>
/// <param name="Text">Something typed.</param>
/// <param name="Thread">Conversation of the thread of the channel that it was typed in; null for a new one.</param>
/// <param name="CardId">The message whose card was used.</param>
/// <param name="Submit">Data of an Action.Submit, inputs included.</param>
/// <param name="Execute">An Action.Execute, inputs included.</param>
internal sealed record Deed(
    string As, string ClientId, Device Device, string? Text, string? Thread, string? CardId, JsonElement? Submit, AdaptiveCardInvokeAction? Execute);

/// <summary>A press that a dialog answers.</summary>
/// <param name="As">Key of the person who pressed.</param>
/// <param name="CardId">The message whose card has the button that opened the dialog.</param>
/// <param name="Device">With what.</param>
/// <param name="Opens">The button opens the dialog; else it is one of the card in it.</param>
/// <param name="Data">Data of the button, inputs included.</param>
internal sealed record TaskDeed(string As, string CardId, Device Device, bool Opens, JsonElement Data);
