using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Phrases;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Triage;

/// <summary>Where hosts fetch the drawings.</summary>
public sealed class PictureOptions
{
    /// <summary>
    /// Tells where the drawings begin, such as https://bot.example.org/pictures/; null when no host reaches the bot: cards are then without. Asked for each
    /// card: a server that listens on a free port knows its address only once it has started, and cards are rehearsed before.
    /// </summary>
    public Func<Uri?> Address { get; set; } = () => null;
}

/// <summary>The drawings of what is asked: pictures/*.svg, made into PNG by pictures/draw.mjs.</summary>
internal sealed class Pictures(IOptions<PictureOptions> options)
{
    /// <summary>What goes with a question; empty for those that need none.</summary>
    public IReadOnlyList<Picture> Of(Topic topic) => topic switch
    {
        Topic.Motor => [.. Draw("heel", 1, Text.PictureHeel), .. Draw("movements", 2, Text.PictureMovements)],
        Topic.RedFlags => [.. Draw("saddle", 1, Text.PictureSaddle)],
        _ => [],
    };

    private IEnumerable<Picture> Draw(string name, int width, string alt) => options.Value.Address() is { } address
        ? [new Picture(new Uri(address, $"{name}.light.png").AbsoluteUri, new Uri(address, $"{name}.dark.png").AbsoluteUri, width, alt)]
        : [];
}
