using ClinicalBot.BotFramework;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns.Tests;

public class ColdStartTests
{
    [Fact]
    public async Task A_rehearsed_message_is_answered_from_an_empty_database_in_a_turn_that_cannot_be_kept()
    {
        var bot = new NotingBot();
        await Starting(bot, Message("triage"), Message("numb leg")).RehearseAsync();
        Assert.Equal(["triage", "numb leg"], bot.Answered);
        await Assert.ThrowsAsync<NotSupportedException>(() => new EmptySession().CommitAsync(null!));
    }

    [Fact]
    public async Task A_rehearsal_that_fails_does_not_keep_the_program_from_starting()
    {
        var bot = new NotingBot { Fails = true };
        await Starting(bot, Message("triage")).RehearseAsync();
        Assert.Equal(["triage"], bot.Answered);
    }

    private static ColdStart Starting(IBot bot, params RehearsedMessage[] messages) =>
        new(null!, bot, messages, TimeProvider.System, Options.Create(new TurnsOptions()));

    private static RehearsedMessage Message(string text) => new(new Activity
    {
        Type = ActivityTypes.Message,
        Id = "1",
        ChannelId = "msteams",
        ServiceUrl = "https://localhost",
        Conversation = new ConversationAccount { Id = "c" },
        From = new ChannelAccount { Id = "p" },
        Recipient = new ChannelAccount { Id = "b" },
        Text = text,
    });

    private sealed class NotingBot : IBot
    {
        public List<string?> Answered { get; } = [];

        public bool Fails { get; init; }

        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            Answered.Add(turnContext.Activity.Text);
            Assert.Null(await turnContext.GetStateAsync(new StateKey(null, "x", "y"), ProtocolJson.Default.ConversationReference, cancellationToken));
            await turnContext.SendActivityAsync(new Activity { Type = ActivityTypes.Message, Text = "ok" }, cancellationToken);
            if (Fails)
            {
                throw new InvalidOperationException();
            }
        }
    }
}
