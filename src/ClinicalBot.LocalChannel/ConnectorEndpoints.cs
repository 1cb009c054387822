using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;
using Microsoft.AspNetCore.Mvc;

namespace ClinicalBot.LocalChannel;

/// <summary>The Bot Connector REST API v3 of this channel: what the bot calls at the serviceUrl of an activity.</summary>
internal static class ConnectorEndpoints
{
    /// <summary>As in Teams, about 100 KB with everything.</summary>
    private const int MaxBytes = 100 * 1024;

    /// <summary>Maps the calls below <see cref="LocalChannelModule.ConnectorPath"/>.</summary>
    public static void MapConnector(this IEndpointRouteBuilder endpoints)
    {
        var connector = endpoints.MapGroup(LocalChannelModule.ConnectorPath + "/v3/conversations")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .ExcludeFromDescription();
        connector.MapPost("", CreateConversationAsync);
        connector.MapPost("{conversationId}/activities", SendAsync);
        connector.MapPost("{conversationId}/activities/{replyToId}", SendAsync);
        connector.MapPut("{conversationId}/activities/{activityId}", UpdateAsync);
        connector.MapDelete("{conversationId}/activities/{activityId}", Delete);
        connector.MapGet("{conversationId}/members", (string conversationId) => Members(conversationId, people => Accounts(people, "objectId")));
        connector.MapGet("{conversationId}/pagedmembers", (string conversationId) =>
            Members(conversationId, people => new JsonObject { ["members"] = Accounts(people, "aadObjectId") }));
        connector.MapGet("{conversationId}/members/{memberId}", (string conversationId, string memberId) =>
            Members(conversationId, people => Accounts(people.Where(person => person.Account.Id == memberId), "aadObjectId").FirstOrDefault()?.DeepClone()));
    }

    private static async Task<IResult> CreateConversationAsync(HttpRequest request, Transcript transcript, CareTime careTime)
    {
        if (await ReadAsync(request, ProtocolJson.Default.ConversationParameters) is not { } parameters)
        {
            return BadSyntax();
        }

        if (parameters.IsGroup)
        {
            return CreateThread(parameters, transcript, careTime);
        }

        if (parameters.Members is not [{ Id: var memberId }] || Cast.FindById(memberId) is not { } person)
        {
            return Error(400, "BadArgument", "Name one person of this channel as the member.");
        }

        return Results.Json(new { id = ChatDirectory.Open(transcript, person).ConversationId }, statusCode: 201);
    }

    /// <summary>The first message makes the thread, and its id names it.</summary>
    private static IResult CreateThread(ConversationParameters parameters, Transcript transcript, CareTime careTime)
    {
        if (ChannelOf(parameters.ChannelData) != Team.ChannelId)
        {
            return Error(404, "ConversationNotFound", "This team has no such channel.");
        }

        if (parameters.Activity is not { } activity)
        {
            return Error(400, "BadArgument", "A thread begins with a message.");
        }

        var place = new Place.Thread(null);
        var root = Add(transcript, place, activity, careTime);
        return Results.Json(new { id = place.Conversation(root).Id, activityId = root }, statusCode: 201);
    }

    private static async Task<IResult> SendAsync(HttpRequest request, string conversationId, Transcript transcript, CareTime careTime)
    {
        if (await ReadAsync(request, ProtocolJson.Default.Activity) is not { } activity)
        {
            return BadSyntax();
        }

        if (ChatDirectory.Find(conversationId) is not { } place)
        {
            return ConversationNotFound();
        }

        if (activity.Type == ActivityTypes.Typing)
        {
            transcript.Tell(new ChannelEvent.Typing(place.Chat));
            return Results.StatusCode(202);
        }

        if (activity is { Text.Length: > 0, Attachments.Count: > 0 })
        {
            // Teams makes two messages of it and tells no id.
            Add(transcript, place, activity with { Attachments = null }, careTime);
            Add(transcript, place, activity with { Text = null }, careTime);
            return Results.StatusCode(202);
        }

        return Results.Json(new { id = Add(transcript, place, activity, careTime) }, statusCode: 201);
    }

    private static async Task<IResult> UpdateAsync(HttpRequest request, string activityId, Transcript transcript)
    {
        if (await ReadAsync(request, ProtocolJson.Default.Activity) is not { } activity)
        {
            return BadSyntax();
        }

        if (transcript.Find(activityId) is not { Deleted: false } entry || !IsBots(entry))
        {
            return ActivityNotFound();
        }

        transcript.Change(activityId, now => now with
        {
            Updated = true,
            // What rang when it was sent has rung; an update never rings.
            Activity = activity with
            {
                Id = activityId,
                From = Cast.Bot,
                Timestamp = now.Activity.Timestamp,
                Conversation = now.Activity.Conversation,
                ChannelData = now.Activity.ChannelData,
            },
        });
        return Results.Json(new { id = activityId });
    }

    private static IResult Delete(string activityId, Transcript transcript)
    {
        if (transcript.Find(activityId) is not { } entry || !IsBots(entry))
        {
            return ActivityNotFound();
        }

        transcript.Change(activityId, now => now with
        {
            Deleted = true,
            Activity = new Activity
            {
                Type = now.Activity.Type,
                Id = activityId,
                From = now.Activity.From,
                Timestamp = now.Activity.Timestamp,
                Conversation = now.Activity.Conversation,
            },
        });
        return Results.Ok();
    }

    private static IResult Members(string conversationId, Func<IEnumerable<Person>, JsonNode?> answer) =>
        ChatDirectory.Find(conversationId) is not { } place
            ? ConversationNotFound()
            : answer(place.Members) is { } found
                ? Results.Json(found)
                : Error(404, "MemberNotFoundInConversation", "Nobody here has that id.");

    private static JsonArray Accounts(IEnumerable<Person> people, string objectId) => [.. people.Select(person => new JsonObject
    {
        ["id"] = person.Account.Id,
        [objectId] = person.ObjectId,
        ["name"] = person.Name,
        ["tenantId"] = Cast.TenantId,
        ["userRole"] = "user",
    })];

    private static string Add(Transcript transcript, Place place, Activity activity, CareTime careTime)
    {
        ChatDirectory.Prepare(transcript, place);
        return transcript.Add(place.Chat, clientId: null, id => new Entry(
            place.Chat,
            activity with { Id = id, From = Cast.Bot, Timestamp = careTime.GetUtcNow(), Conversation = place.Conversation(id) },
            Delivery.Delivered)).Entry.Activity.Id!;
    }

    private static string? ChannelOf(JsonElement? channelData) =>
        channelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("channel", out var channel) && channel.ValueKind == JsonValueKind.Object
        && channel.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    private static bool IsBots(Entry entry) => entry.Activity.From?.Id == Cast.Bot.Id;

    private static async Task<T?> ReadAsync<T>(HttpRequest request, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult BadSyntax() => Error(400, "BadSyntax", "The body is not the JSON that is expected here.");

    private static IResult ConversationNotFound() => Error(404, "ConversationNotFound", "This channel has no such conversation.");

    private static IResult ActivityNotFound() => Error(404, "ActivityNotFound", "The bot has no such message here.");

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
