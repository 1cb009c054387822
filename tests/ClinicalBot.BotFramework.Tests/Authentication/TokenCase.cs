namespace ClinicalBot.BotFramework.Tests;

/// <summary>One request whose token both implementations judge.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Authorization">The header; none when null.</param>
/// <param name="ChannelId">Of the activity.</param>
/// <param name="ServiceUrl">Of the activity.</param>
/// <param name="Tenant">Of the activity.</param>
internal sealed record TokenCase(
    string Name,
    string? Authorization,
    string ChannelId = "msteams",
    string ServiceUrl = BotServer.ServiceUrl,
    string Tenant = BotServer.Tenant)
{
    public override string ToString() => Name;
}
