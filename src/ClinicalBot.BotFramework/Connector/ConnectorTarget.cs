using System.Diagnostics.CodeAnalysis;

namespace ClinicalBot.BotFramework;

/// <summary>The address of a call: service URL, "v3/conversations" and escaped ids.</summary>
internal static class ConnectorTarget
{
    /// <summary>Builds the address, or says why this bot does not call it.</summary>
    /// <param name="serviceUrl">With or without a path and a trailing slash.</param>
    /// <param name="allowed">Which service URLs are called.</param>
    /// <param name="path">What follows "v3/conversations"; each part is escaped whole ("channel;messageid=7" is one part).</param>
    /// <param name="target">The address.</param>
    /// <param name="denial">What becomes of the call instead.</param>
    public static bool TryBuild(
        string? serviceUrl,
        ServiceUrlPolicy allowed,
        ReadOnlySpan<string?> path,
        [NotNullWhen(true)] out Uri? target,
        [NotNullWhen(false)] out DeliveryResult? denial)
    {
        target = null;
        if (!ServiceUrl.TryParse(serviceUrl, out var root))
        {
            denial = new DeliveryResult.Refused(0, "no valid service URL");
            return false;
        }

        if (!allowed.Allows(root))
        {
            denial = allowed.Denial;
            return false;
        }

        var address = root.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/v3/conversations";
        foreach (var part in path)
        {
            // A URI drops dot segments, escaped or not: the call would reach something else.
            if (part is null or "" or "." or "..")
            {
                denial = new DeliveryResult.Refused(0, "a conversation or activity id is missing or cannot be part of a path");
                return false;
            }

            address += "/" + Uri.EscapeDataString(part);
        }

        target = new Uri(address);
        denial = null;
        return true;
    }
}
