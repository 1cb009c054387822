using System.Text.Json;
using System.Text.RegularExpressions;
using ClinicalBot.BotFramework;
using ClinicalBot.Stories.Escalation;

namespace ClinicalBot.Stories.Languages;

/// <summary>Everybody reads their own language, the channel the site's; what is typed is read in English.</summary>
public sealed class LanguageStories
{
    private static readonly (string, string)[] AllNormal =
    [
        ("straightLegRaise", "able"), ("motor.hipFlexion", "normal"), ("motor.kneeExtension", "normal"), ("motor.ankleDorsiflexion", "normal"),
        ("motor.anklePlantarflexion", "normal"), ("motor.toes", "normal"),
    ];

    private static readonly (string, string)[] WithinArea =
    [
        ("numbness", "present"), ("distribution", "withinBlockArea"), ("radicularSymptoms", "no"), ("reflexes.knee", "normal"), ("reflexes.ankle", "normal"),
    ];

    private static readonly (string, string)[] NoFlags =
    [
        ("redFlags.progressiveMotorWeakness", "no"), ("redFlags.saddleAnesthesia", "no"), ("redFlags.bowelBladderDysfunction", "no"),
        ("redFlags.bilateralSymptoms", "no"),
    ];

    // What a card may say in plain letters in the pseudo-language: names, numbers, ids, dates, and what is typed in English in every language.
    private static readonly Regex Known = new(
        @"nurse|drew|erin|noor|Dr\.|Drew|Erin|Noor|\b[A-Z0-9]{2}-[A-Z0-9]{3}\b|\bS\d\d[ab]?\b|Ward 3"
        + @"|\bUTC\b|lumbar-mbb-numbness|Pain service|\bdi \d\d nov\b|mepivacaine",
        RegexOptions.NonBacktracking);

    [Fact]
    public async Task A_triage_is_tapped_through_in_German()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse", locale: "de-AT");
        var welcome = await nurse.Says("hello");
        welcome.ShouldSay("Getipptes wird nur auf Englisch gelesen.");
        var time = await nurse.Taps(welcome, "Triage beginnen");
        time.ShouldSay("Wann war die letzte Injektion des Lokalanästhetikums?");
        var motor = await nurse.Taps(time, "Datum und Uhrzeit verwenden", ("date", "2026-11-22"), ("time", "08:00"));
        motor.ShouldSay("Beinhebetest gestreckt").ShouldSay("Blockade 08:00 heute");
        var sensation = await nurse.Taps(motor, "Weiter", AllNormal);
        var flags = await nurse.Taps(sensation, "Weiter", WithinArea);
        flags.ShouldSay("Reithosenanästhesie").ShouldSay("Blasen-/Mastdarmstörung");
        var context = await nurse.Taps(flags, "Weiter", NoFlags);
        var review = await nurse.Taps(context, "Überspringen");
        review.ShouldSay("So 22.11.2026, 08:00 UTC");
        var decision = await nurse.Taps(review, "Ja, entscheiden");
        decision.ShouldDecide("Erwartet").ShouldSay("Beruhigen: die Taubheit sollte bis 12:00 heute vergehen").ShouldSay("Erneut untersuchen bis 12:00 heute")
            .ShouldSay("Von diesem Haus noch nicht freigegeben.").ShouldNotSay("Notfall").ShouldSay("S24: Taubheit binnen 4 Stunden");
    }

    [Fact]
    public async Task A_language_that_is_not_translated_is_answered_in_the_sites()
    {
        await using var ward = await Ward.OpenAsync();
        (await ward.Person("nurse", locale: "fr-FR").Says("help")).ShouldSay("What you can type");
        (await ward.Person("other", locale: "xx-klingon").Says("help")).ShouldSay("What you can type").ShouldNotSay("read in English only");
        await using var german = await Ward.OpenAsync(("Site:Language", "de"));
        (await german.Person("nurse", locale: "fr-FR").Says("help")).ShouldSay("Was man tippen kann");
        (await german.Person("other", locale: "en-US").Says("help")).ShouldSay("What you can type");
    }

    [Fact]
    public async Task Each_reader_of_an_escalation_reads_their_own_language_and_the_record_is_the_same()
    {
        await using var night = await Night.FallsAsync(null, Night.OneAnswer);
        var (nurse, drew) = (night.Ward.Person("nurse", locale: "de-DE"), night.Ward.Person("drew", locale: "en-US"));
        await drew.Says("help");
        await night.Ward.Person("noor", locale: "de-CH").Says("help");
        foreach (var line in new[] { "triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain" })
        {
            await nurse.Says(line);
        }

        (await nurse.Says("saddle")).ShouldDecide("Notfall").ShouldSay("Warnzeichen: Reithosenanästhesie.");
        await night.Ward.SettleAsync();
        night.Drew.Latest.ShouldSay("Red flag: saddle numbness.").ShouldSay("Coming in 5 min");
        await night.Drew.TapsInPlace(night.Drew.Latest, "Coming in 5 min");
        await night.Ward.SettleAsync();
        Assert.Contains(nurse.Cards.Select((_, at) => nurse.Now(at)), card => card.Text.Contains("drew kommt, da bis 11:05.", StringComparison.Ordinal));
        Assert.All(night.Posts, post => new Card(post.Activity).ShouldNotSay("Blockade").ShouldNotSay("Notfall"));
        Assert.All(nurse.Cards.Select((_, at) => nurse.Now(at)), card => card.ShouldNotSay("is coming"));
        Assert.All(drew.Cards.Skip(1).Select((_, at) => drew.Now(at + 1)), card => card.ShouldNotSay("kommt"));
    }

    [Fact]
    public async Task A_site_that_speaks_German_posts_so_in_its_channel()
    {
        await using var night = await Night.FallsAsync(null, ("Site:Language", "de"));
        await night.EmergencyAsync();
        night.LatestPost.ShouldSay("Notfall").ShouldSay("Taubes Bein nach lumbaler Blockade.").ShouldNotSay("Reithosen");
        night.Drew.Latest.ShouldSay("Sie werden gerufen.");
    }

    [Fact]
    public async Task No_German_card_has_more_than_ninety_words()
    {
        await using var night = await Night.FallsAsync(null, ("Site:Language", "de"), ("Escalation:Locations:0", "Ward 3"));
        await night.TriageAsync("3 h ago");
        await night.TriageAsync("5 h ago");
        await night.EmergencyAsync();
        await night.Nurse.Says("cases");
        var cards = night.Ward.Channel.Arrivals.Where(arrival => arrival.Activity.Attachments is [_, ..]).Select(arrival =>
            WordsOnCards.Of(arrival.Activity.Attachments![0].Content!.Value)).ToList();
        Assert.True(cards.Count > 15);
        Assert.All(cards, words => Assert.True(words.Count <= WordsOnCards.Most, $"{words.Count} words: {string.Join(' ', words)}"));
    }

    [Fact]
    public async Task No_text_on_any_card_stands_outside_the_resources()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Locations:0", "Ward 3"), ("Content:Owner", "Pain service"));
        var (nurse, drew) = (night.Ward.Person("nurse", locale: PseudoTexts.Locale), night.Ward.Person("drew", locale: PseudoTexts.Locale));
        await drew.Says("help");
        foreach (var line in new[]
        {
            "help", "why", "cases", "ref mri", "ref 4 hours", "who is on call", "triage", "3 h ago", "why", "slr able, motor normal",
            "block area, reflexes normal, no shooting pain", "none", "skip", "yes", "cases", "handover", "triage", "5 h ago", "can't lift heel",
                "back", "cancel",
            "triage", "unknown", "slr able, motor normal", "block area, reflexes normal, no shooting pain", "saddle",
        })
        {
            await nurse.Says(line);
        }

        await night.Ward.SettleAsync();
        await night.Ward.PassAsync(3);
        await drew.TapsInPlace(drew.Latest, PseudoTexts.Of("Coming in {0} min").Replace("{0}", "5", StringComparison.Ordinal));
        await night.Ward.PassAsync(120);
        string[] chats = ["chat-aad-nurse", "chat-aad-drew"];
        var texts = night.Ward.Channel.Arrivals.Where(arrival => chats.Contains(arrival.Conversation) && arrival.Activity.Attachments is [_, ..])
            .SelectMany(arrival => Visible(arrival.Activity)).ToList();
        Assert.True(texts.Count > 400);
        Assert.Contains(texts, text => text.Contains(PseudoTexts.Of("Start triage"), StringComparison.Ordinal));
        Assert.Empty(texts.Where(text => Known.Replace(text, "").Any(char.IsAsciiLetter)).Distinct().Take(40));
    }

    private static IEnumerable<string> Visible(Activity activity) =>
        Strings(activity.Attachments![0].Content!.Value).Append(activity.Summary ?? "").Select(text => text.Replace("\\", "", StringComparison.Ordinal));

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name is not ("data" or "entities")).SelectMany(property =>
            property.Value.ValueKind != JsonValueKind.String ? Strings(property.Value)
            : property.Name is "text" or "title" or "label" or "altText" or "placeholder" or "errorMessage" or "speak" or "fallbackText"
                ? [property.Value.GetString()!] : []),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };
}
