using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

/// <summary>How long a redelivery is recognized: <see cref="TurnsOptions.KeepClaims"/>, a week by default.</summary>
public sealed class KeepClaimsTests
{
    [Fact]
    public async Task A_redelivery_is_answered_by_nothing_new_for_a_week_and_is_a_new_message_after_it()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.PostAsync("1", "hello");
        await bot.SettleAsync();

        await bot.ForwardAsync(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
        await bot.PostAsync("1", "hello");
        await bot.SettleAsync();
        Assert.Equal(["1: hello"], bot.Texts);

        await bot.ForwardAsync(TimeSpan.FromHours(2));
        await bot.PostAsync("1", "hello");
        await bot.SettleAsync();
        Assert.Equal(["1: hello", "2: hello"], bot.Texts);
    }
}
