using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

public sealed class ConversationReferencesTests
{
    private static readonly StateKey Chat = ConversationReferences.KeyOf("Tenant-1", "test", "conv-1");

    private static readonly StateKey Person = ConversationReferences.KeyOfPerson("test", "TENANT-1", "AAD-1");

    [Fact]
    public async Task Chat_is_kept_by_conversation_and_person_and_written_again_only_when_something_changed()
    {
        await using var bot = await StartAsync();
        await bot.PostAsync(Personal(bot, "1"));
        var first = await bot.Store.ReadStateAsync(Chat);
        Assert.NotNull(first.Body);
        Assert.NotNull((await bot.Store.ReadStateAsync(Person)).Body);

        await bot.PostAsync(Personal(bot, "2"));
        Assert.Equal(first.Version, (await bot.Store.ReadStateAsync(Chat)).Version);

        // An update without names takes none away.
        await bot.PostAsync(Personal(bot, "3") with { From = new ChannelAccount { Id = "user-1" } });
        Assert.Equal(first.Version, (await bot.Store.ReadStateAsync(Chat)).Version);

        await bot.PostAsync(Personal(bot, "4") with { ServiceUrl = "http://127.0.0.1:9/moved" });
        Assert.Contains("moved", System.Text.Encoding.UTF8.GetString((await bot.Store.ReadStateAsync(Person)).Body!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActivityTypes.InstallationUpdate)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    public async Task Removal_forgets_both(string type)
    {
        await using var bot = await StartAsync();
        await bot.PostAsync(Personal(bot, "1"));
        await bot.PostAsync(Personal(bot, "2") with
        {
            Type = type,
            Text = null,
            Action = type == ActivityTypes.InstallationUpdate ? "remove" : null,
            MembersRemoved = type == ActivityTypes.ConversationUpdate ? [new ChannelAccount { Id = "bot-1" }] : null,
        });

        Assert.Null((await bot.Store.ReadStateAsync(Chat)).Body);
        Assert.Null((await bot.Store.ReadStateAsync(Person)).Body);
    }

    [Fact]
    public async Task Threads_share_their_channel_and_nobody_of_it_is_kept()
    {
        await using var bot = await StartAsync();
        foreach (var thread in new[] { "1", "2" })
        {
            await bot.PostAsync(Personal(bot, thread) with
            {
                Conversation = new ConversationAccount { Id = "channel;messageid=" + thread, ConversationType = "channel", IsGroup = true,
                    TenantId = "tenant-1" },
                From = new ChannelAccount { Id = "user-" + thread, AadObjectId = "aad-" + thread },
            });
        }

        Assert.Equal(1, (await bot.Store.ReadStateAsync(ConversationReferences.KeyOf("tenant-1", "test", "channel"))).Version);
        Assert.Null((await bot.Store.ReadStateAsync(ConversationReferences.KeyOfPerson("test", "tenant-1", "aad-1"))).Body);
    }

    private static Task<BotHost> StartAsync() => BotHost.StartAsync(turn => ConversationReferences.NoteAsync(turn));

    private static Activity Personal(BotHost bot, string id) => bot.Message(id, "hello") with
    {
        Conversation = new ConversationAccount { Id = "conv-1", ConversationType = "personal", TenantId = "tenant-1" },
        From = new ChannelAccount { Id = "user-1", Name = "Robin Sample", AadObjectId = "aad-1" },
    };
}
