using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicalBot.EndToEnd;

/// <summary>A triage without a mouse, and in the order in which a screen reader reads it.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    private const int MostTabs = 60;

    [Fact]
    public async Task A_whole_triage_is_done_with_tab_and_space()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await Press(nurse, "Start triage");
        await Press(nurse, "3 h ago");
        await Press(nurse, "All normal");
        await nurse.LastSays("What does the patient feel?");
        foreach (var (label, key) in new[]
        {
            ("present", "Space"), ("Distribution", "ArrowDown"), ("no", "Space"), ("Knee reflex (L4)", "ArrowDown"), ("Ankle reflex (S1)", "ArrowDown"),
        })
        {
            await TabTo(nurse, label, isNext: true);
            await nurse.Page.Keyboard.PressAsync(key);
        }

        await Press(nurse, "Continue");
        await Press(nurse, "None of the four");
        await Press(nurse, "Skip");
        await Press(nurse, "Yes, decide");
        await nurse.LastSays("Expected");
        Assert.Empty(nurse.Complaints);
    }

    [Fact]
    public async Task A_value_that_was_picked_keeps_the_focus_and_is_told_as_pressed()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Says("triage", "3 h ago");
        var weak = nurse.Button("Toes: weak");
        await weak.FocusAsync();
        await nurse.Page.Keyboard.PressAsync("Enter");
        await Expect(weak).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(weak).ToBeFocusedAsync();
        await Expect(nurse.Button("Rest normal")).ToBeVisibleAsync();
        Assert.Empty(nurse.Complaints);
    }

    [Fact]
    public async Task A_screen_reader_reads_a_triage_in_the_order_of_what_matters()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Says("triage");
        await InOrder(nurse, "heading \"When was the last local-anesthetic injection?\"", "button \"1 h ago\"", "button \"Use this date and time\"");
        await nurse.Says("3 h ago");
        await InOrder(nurse, "heading \"Can the patient move the leg?\"", "img \"Drawing: lying patient", "button \"All normal\"",
            "button \"Straight-leg raise: able\"", "button \"Toes: weak\"", "button \"Continue\"");
        await nurse.Says("slr able, motor normal", "block area, reflexes normal, no shooting pain");
        await InOrder(nurse, "heading \"Any of these four red flags?\"", "img \"Drawing: from behind", "button \"None of the four\"",
            "Saddle numbness", "button \"Continue\"");
        await nurse.Says("saddle");
        await InOrder(nurse, "heading \"Emergency", "Red flag: saddle numbness.", "Nobody has answered yet.", "neurological emergency pathway",
            "link \"555-0113\"", "Do not discharge.", "button \"Continue exam\"", "Where?", "Examine again", "button \"Why and sources\"");
    }

    private static async Task Press(Screen nurse, string button)
    {
        await Expect(nurse.Button(button)).ToBeVisibleAsync();
        await TabTo(nurse, button, isNext: false);
        await nurse.Answered(() => nurse.Page.Keyboard.PressAsync("Space"));
    }

    /// <summary>Presses Tab until the focus is in the newest message on what has this name; backwards when it lies above.</summary>
    private static async Task TabTo(Screen nurse, string name, bool isNext)
    {
        var last = nurse.Last;
        for (var at = 0; at < MostTabs; at++)
        {
            if ((at > 0 || !isNext) && await last.EvaluateAsync<bool>(
                """
                (message, name) => {
                  const focused = document.activeElement;
                  const named = focused.getAttribute('aria-label') ?? (focused.labels?.[0] ?? focused).textContent;
                  return message.contains(focused) && named.trim() === name;
                }
                """,
                name))
            {
                return;
            }

            var isAbove = await last.EvaluateAsync<bool>("message => Boolean(message.compareDocumentPosition(document.activeElement) & "
                + "Node.DOCUMENT_POSITION_FOLLOWING) && !message.contains(document.activeElement)");
            await nurse.Page.Keyboard.PressAsync(isAbove ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"Tab does not lead to \"{name}\".");
    }

    private static async Task InOrder(Screen nurse, params IReadOnlyList<string> parts)
    {
        var read = await nurse.Last.AriaSnapshotAsync();
        var places = parts.Select(part => read.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.True(!places.Contains(-1) && places.SequenceEqual(places.Order()), $"{string.Join(", ", places)}:{Environment.NewLine}{read}");
    }
}
