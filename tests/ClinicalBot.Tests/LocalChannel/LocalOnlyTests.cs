using System.Net;
using System.Net.Http.Json;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.LocalChannel;
using ClinicalBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Tests.LocalChannel;

/// <summary>What the page brings has no effect in a registered bot, also not in Development.</summary>
public sealed class LocalOnlyTests
{
    [Fact]
    public async Task A_registered_bot_escalates_to_nobody_of_the_page()
    {
        await using var bot = await RegisteredBot.StartAsync();
        var options = bot.Services.GetRequiredService<IOptions<EscalationOptions>>().Value;
        Assert.Null(options.Channel);
        Assert.Empty(options.Locations);
        var contacts = bot.Services.GetRequiredService<ContactDirectory>().Current;
        Assert.Empty(contacts.Roles.SelectMany(role => contacts[role].People));
    }

    [Theory]
    [InlineData("/local/time/forward")]
    [InlineData("/local/chats/escalations/done")]
    [InlineData("/local/connector/v3/conversations")]
    public async Task A_registered_bot_moves_no_time_and_has_no_channel_of_its_own(string path)
    {
        await using var bot = await RegisteredBot.StartAsync();
        var before = bot.Services.GetRequiredService<ClinicalBot.Turns.CareTime>().Offset;
        using var content = JsonContent.Create(new { minutes = 5 });
        using var answer = await bot.SendAsync(HttpMethod.Post, path, bot.ApiToken(), content);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(bot.Services.GetService<CareClock>());
        Assert.Equal(before, bot.Services.GetRequiredService<ClinicalBot.Turns.CareTime>().Offset);
    }
}
