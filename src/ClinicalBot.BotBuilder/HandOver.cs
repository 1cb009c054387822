using System.Security.Claims;
using System.Security.Principal;
using System.Text;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using InvokeResponse = Microsoft.Bot.Builder.InvokeResponse;
using ITurnContext = Microsoft.Bot.Builder.ITurnContext;
using SdkActivity = Microsoft.Bot.Schema.Activity;
using SdkReplies = Microsoft.Bot.Schema.ExpectedReplies;

namespace ClinicalBot.BotBuilder;

/// <summary>Hands an activity of the SDK over to a turn, and the turn's answer back to the SDK.</summary>
internal sealed class HandOver(ITurns turns, IServiceProvider services)
{
    private const string InvokeResponseType = "invokeResponse";

    // Texts that look like times stay texts.
    private static readonly JsonSerializerSettings Json = new() { NullValueHandling = NullValueHandling.Ignore, DateParseHandling = DateParseHandling.None };

    // There is none in a host without an app id, which answers only this machine.
    private readonly HostAdmission? _admission = services.GetService<HostAdmission>();

    /// <summary>Runs the turn.</summary>
    /// <param name="turn">As the SDK authenticated and parsed it.</param>
    /// <param name="onlyOurs">What is none of this bot's business is declined.</param>
    /// <param name="cancellationToken">For the answer. A turn that has begun ends.</param>
    /// <returns>False when it was declined: nothing happened.</returns>
    /// <exception cref="TurnNotTakenException">The activity did not become a turn, and was not declined.</exception>
    public async Task<bool> RunAsync(ITurnContext turn, bool onlyOurs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var body = Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(turn.Activity, Json));
        switch (ActivityParser.Parse(body))
        {
            case ActivityParseResult.Parsed parsed when IsAdmitted(turn, parsed.Activity):
                return await RunAsync(turn, parsed, onlyOurs ? BesideAnother.MakeOffer() : null, cancellationToken);
            case var _ when onlyOurs:
                return false;
            case ActivityParseResult.Rejected rejected:
                throw new TurnNotTakenException(rejected.Reason);
            default:
                throw new TurnNotTakenException("Its channel or tenant is not allowed.");
        }
    }

    private async Task<bool> RunAsync(ITurnContext turn, ActivityParseResult.Parsed parsed, BesideAnother.Offer? offer, CancellationToken cancellationToken)
    {
        switch (await turns.ReceiveAsync(parsed))
        {
            case TurnResult.Answered when offer is { IsDeclined: true }:
                return false;
            case TurnResult.Answered answered:
                await AnswerAsync(turn, answered.Response, cancellationToken);
                return true;
            case TurnResult.Unavailable unavailable:
                throw new TurnNotTakenException(unavailable.Why);
            default:
                throw new TurnNotTakenException("The turn failed. Nothing of it happened.");
        }
    }

    private bool IsAdmitted(ITurnContext turn, Activity activity) => _admission is null
        || _admission.Admits(activity, (turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) as ClaimsIdentity)
            ?.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value);

    private static Task AnswerAsync(ITurnContext turn, TurnResponse response, CancellationToken cancellationToken)
    {
        var body = response.Body is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        if (turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            var replies = JsonConvert.DeserializeObject<SdkReplies>(body!, Json)!.Activities;
            return replies.Count == 0 ? Task.CompletedTask : turn.SendActivitiesAsync([.. replies], cancellationToken);
        }

        return turn.Activity.Type == ActivityTypes.Invoke
            ? turn.SendActivityAsync(
                new SdkActivity(InvokeResponseType) { Value =
                    new InvokeResponse { Status = response.Status, Body = body is null ? null : new JRaw(body) } }, cancellationToken)
            : Task.CompletedTask;
    }
}
