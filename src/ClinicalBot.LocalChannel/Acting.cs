using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.LocalChannel;

/// <summary>Acts for the people of the page.</summary>
internal sealed class Acting(Transcript transcript, Deliveries deliveries, BotEndpoint bot, CareTime careTime)
{
    private const int MaxClientId = 64;

    /// <summary>Opens a chat. The first time the bot learns of it, as when a person installs an app.</summary>
    public IResult Open(string key, Device device)
    {
        if (Cast.Find(key) is not { } person)
        {
            return NoSuchPerson();
        }

        if (transcript.FindChat(key) is null)
        {
            Start(person, device);
        }

        return Results.NoContent();
    }

    /// <summary>Leaves the conversation for a new one.</summary>
    public IResult Restart(string key, Device device)
    {
        if (Cast.Find(key) is not { } person)
        {
            return NoSuchPerson();
        }

        Start(person, device);
        return Results.NoContent();
    }

    /// <summary>Says or presses something, in the person's own chat or in the channel.</summary>
    public IResult Do(string chat, Deed deed)
    {
        if (Cast.Find(deed.As) is not { } person || (chat != person.Key && chat != Team.Key))
        {
            return NoSuchPerson();
        }

        if (deed is not { ClientId.Length: > 0 and <= MaxClientId, Device: { } device } || Maker(deed) is not { } make)
        {
            return Results.Problem("Send a client id, the device, and one of text, submit or execute.", statusCode: 400);
        }

        if (PlaceOf(chat, person, deed) is not { } place)
        {
            return Results.Problem("There is no such thread.", statusCode: 404);
        }

        Send(person, place, device.Checked(), deed.ClientId, make);
        return Results.NoContent();
    }

    /// <summary>Presses a button that opens a dialog, or one of the card in it. The answer is for the person alone: no chat keeps it.</summary>
    public async Task<IResult> AskAsync(string chat, TaskDeed deed, CancellationToken cancellationToken)
    {
        if (Cast.Find(deed.As) is not { } person || (chat != person.Key && chat != Team.Key))
        {
            return NoSuchPerson();
        }

        if (deed is not { Device: { } device, Data.ValueKind: JsonValueKind.Object } || transcript.Find(deed.CardId) is not { } card || card.Chat != chat
            || ChatDirectory.Find(card.Activity.Conversation?.Id ?? "") is not { } place)
        {
            return Results.Problem("Send the card, the device and the button's data.", statusCode: 400);
        }

        var id = transcript.NextNumber().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var teams = new TeamsActivities(id, careTime.GetUtcNow(), bot.ServiceUrl, person, place, device.Checked());
        return await bot.PostAsync(teams.Task(deed.Opens, deed.Data), cancellationToken) switch
        {
            BotAnswer.Taken taken => Results.Bytes(taken.Body, "application/json"),
            BotAnswer.Refused refused => Results.Problem($"The bot refused it (HTTP {refused.Status}).", statusCode: 400),
            _ => Results.Problem("The bot does not answer.", statusCode: 503),
        };
    }

    /// <summary>Sends again what was given up: the same activity, so that the bot takes it once.</summary>
    public IResult Retry(string id)
    {
        if (transcript.Find(id) is not { Delivery: Delivery.Failed })
        {
            return Results.NotFound();
        }

        deliveries.Enqueue(transcript.Change(id, entry => entry with { Delivery = Delivery.Sending, Note = null })!);
        return Results.NoContent();
    }

    private static Func<TeamsActivities, Activity>? Maker(Deed deed) => deed switch
    {
        { Text: { Length: > 0 } text, Submit: null, Execute: null } => teams => teams.Text(text),
        { CardId: { } card, Submit: { ValueKind: JsonValueKind.Object } data, Text: null, Execute: null } => teams => teams.Submit(card, data),
        { CardId: { } card, Execute: { } action, Text: null, Submit: null } => teams => teams.Execute(card, action),
        _ => null,
    };

    private static IResult NoSuchPerson() => Results.Problem("Nobody of that name is here.", statusCode: 404);

    /// <summary>A card is answered where it was sent, which may be a conversation left since.</summary>
    private Place? PlaceOf(string chat, Person person, Deed deed)
    {
        if (transcript.Find(deed.CardId) is { Activity.Conversation.Id: { } conversation } entry && entry.Chat == chat)
        {
            return ChatDirectory.Find(conversation);
        }

        return chat == person.Key ? ChatDirectory.Open(transcript, person)
            : deed.Thread is { } thread ? Place.Thread.Find(thread)
            : new Place.Thread(null);
    }

    private void Start(Person person, Device device)
    {
        var chat = ChatDirectory.StartAnew(transcript, person);
        Send(person, chat, device, clientId: null, teams => teams.Installed());
        Send(person, chat, device, clientId: null, teams => teams.Opened());
    }

    private void Send(Person person, Place place, Device device, string? clientId, Func<TeamsActivities, Activity> make)
    {
        ChatDirectory.Prepare(transcript, place);
        var (entry, isNew) = transcript.Add(place.Chat, clientId, id => new Entry(
            place.Chat,
            make(new TeamsActivities(id, careTime.GetUtcNow(), bot.ServiceUrl, person, place, device)),
            Delivery.Sending));
        if (isNew)
        {
            deliveries.Enqueue(entry);
        }
    }
}
