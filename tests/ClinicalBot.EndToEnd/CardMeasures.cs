using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ClinicalBot.EndToEnd;

/// <summary>What a card takes of a phone: words and pixels before anything on it is opened, as Chromium draws it.</summary>
/// <param name="Words">Words on view: texts, labels and titles of buttons.</param>
/// <param name="Height">Height of the card.</param>
/// <param name="FirstAction">Where the first button ends, from the top of the card.</param>
/// <param name="LastCall">Where the last number to call ends, from the top of the card; 0 when it has none.</param>
public sealed record CardMeasures(int Words, double Height, double FirstAction, double LastCall)
{
    // A list shows one of its choices.
    private const string Measure = """
        message => {
          const card = message.querySelector('.ac-adaptiveCard');
          const top = card.getBoundingClientRect().top;
          const bottom = element => element ? element.getBoundingClientRect().bottom - top : 0;
          const lists = [...card.querySelectorAll('select')].map(list => list.selectedOptions[0]?.textContent ?? '');
          const first = [...card.querySelectorAll('button')].find(button => button.offsetParent);
          const calls = [...card.querySelectorAll('a[href^="tel:"]')];
          const hidden = [...card.querySelectorAll('select')].map(list => list.innerText);
          let text = card.innerText;
          hidden.forEach(each => { text = text.replace(each, ''); });
          return { text: [text, ...lists].join(' '), height: card.offsetHeight, first: bottom(first), last: Math.max(0, ...calls.map(bottom)) };
        }
        """;

    private static readonly Regex Word = new(@"[\p{L}\p{N}]\S*", RegexOptions.NonBacktracking);

    /// <summary>All that is on view, for a failure that shows what is too long.</summary>
    public string Text { get; init; } = "";

    /// <summary>Measures the card of a message.</summary>
    public static async Task<CardMeasures> OfAsync(ILocator message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var measured = await message.EvaluateAsync<System.Text.Json.JsonElement>(Measure);
        var text = measured.GetProperty("text").GetString()!;
        return new CardMeasures(Word.Count(text), measured.GetProperty("height").GetDouble(), measured.GetProperty("first").GetDouble(),
            measured.GetProperty("last").GetDouble())
        {
            Text = Regex.Replace(text, @"\s+", " ", RegexOptions.NonBacktracking),
        };
    }
}
