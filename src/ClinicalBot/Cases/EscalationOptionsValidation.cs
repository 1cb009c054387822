using Microsoft.Extensions.Options;

namespace ClinicalBot.Cases;

/// <summary>Holds the settings of escalation to what can work. Every complaint names its key and the fix, and all are told at once.</summary>
internal sealed class EscalationOptionsValidation : IValidateOptions<EscalationOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, EscalationOptions options)
    {
        var wrong = Complaints(options).Select(each => $"{EscalationOptions.Section}:{each}").ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Complaints(EscalationOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ContactsFile))
        {
            yield return "ContactsFile is empty. Set the path of the contacts file, for example contacts.json.";
        }

        foreach (var (at, _) in options.Coordinators.Index().Where(each => string.IsNullOrWhiteSpace(each.Item)))
        {
            yield return $"Coordinators:{at} is empty. Set an Entra object id, or remove it.";
        }

        foreach (var (at, place) in options.Locations.Index())
        {
            if (string.IsNullOrWhiteSpace(place) || place.Length > 60)
            {
                yield return $"Locations:{at} must be the name of a ward or bay of 1 to 60 characters.";
            }
            else if (options.Locations.Take(at).Contains(place, StringComparer.OrdinalIgnoreCase))
            {
                yield return $"Locations:{at} is there twice. Remove one.";
            }
        }

        foreach (var complaint in Spans(options).Concat(options.Urgent.Faults("Urgent")).Concat(options.Emergency.Faults("Emergency")))
        {
            yield return complaint;
        }
    }

    private static IEnumerable<string> Spans(EscalationOptions options) =>
    [
        .. Span("RecheckGrace", options.RecheckGrace, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)),
        .. Span("LeftAlone", options.LeftAlone, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)),
        .. Span("DeliveryGrace", options.DeliveryGrace, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(10)),
        .. Span("AuditSlack", options.AuditSlack, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(30)),
    ];

    private static IEnumerable<string> Span(string key, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            yield return $"{key} is {value:c}. Set it to {least:c} to {most:c}.";
        }
    }
}
