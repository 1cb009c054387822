using System.Text.Json;
using ClinicalBot.BotFramework;
using Microsoft.AspNetCore.Mvc;

namespace ClinicalBot.LocalChannel;

/// <summary>What the page calls. Everything that happens comes back over <see cref="EventStream"/>.</summary>
internal static class PageEndpoints
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>Maps the calls below "/local".</summary>
    public static void MapPageCalls(this IEndpointRouteBuilder endpoints)
    {
        var local = endpoints.MapGroup("/local").WithMetadata(new RequestSizeLimitAttribute(MaxBytes)).ExcludeFromDescription();
        local.MapGet("events", EventStream.Follow);
        local.MapPost("chats/{key}/open", (string key, Device device, Acting acting) => acting.Open(key, device.Checked()));
        local.MapPost("chats/{key}/restart", (string key, Device device, Acting acting) => acting.Restart(key, device.Checked()));
        local.MapPost("chats/{key}/done", (string key, Deed deed, Acting acting) => acting.Do(key, deed));
        local.MapPost("entries/{id}/retry", (string id, Acting acting) => acting.Retry(id));
    }
}

/// <summary>One thing a person did on the page: exactly one of text, submit and execute.</summary>
/// <param name="ClientId">The page's id of it; the same for every attempt to tell us.</param>
/// <param name="Device">With what.</param>
/// <param name="Text">Something typed.</param>
/// <param name="CardId">The message whose card was used.</param>
/// <param name="Submit">Data of an Action.Submit, inputs included.</param>
/// <param name="Execute">An Action.Execute, inputs included.</param>
internal sealed record Deed(
    string ClientId, Device Device, string? Text, string? CardId, JsonElement? Submit, AdaptiveCardInvokeAction? Execute);
