using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.OneToOne;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Paging;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;
using Timer = ClinicalBot.BotFramework.Timer;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Brings cases and turns together: loads a case, gives it an input, and saves, sends and schedules what follows, all with the turn.</summary>
internal sealed class CaseDesk(
    IOptions<EscalationOptions> options, IOptions<SiteOptions> site, ContactDirectory contacts, CaseMessages messages, CaseMetrics metrics,
        SecondMedium media, CareTime careTime)
{
    /// <summary>Name of the event a case's own timer brings.</summary>
    public const string Due = "case/due";

    private const int TimelineKept = 12;

    /// <summary>A case of the turn's tenant; null when there is none of that reference.</summary>
    public static ValueTask<CaseFile?> FindAsync(ITurnContext turn, string reference, CancellationToken cancellationToken) =>
        turn.GetStateAsync(CaseFile.KeyOf(turn.Activity.GetTenantId(), reference), CaseFileJson.Default.CaseFile, cancellationToken);

    /// <summary>Open cases of the tenant: of the most urgent, the one that has waited longest comes first.</summary>
    public static ValueTask<StatePage<CaseFile>> OpenAsync(ITurnContext turn, int skip, int limit, CancellationToken cancellationToken) =>
        FindAsync(turn, OpenIn(turn) with { Skip = skip, Limit = limit }, cancellationToken);

    /// <summary>The newest open cases: those asked in this chat first, then, if wanted, the tenant's others.</summary>
    public static async ValueTask<IReadOnlyList<CaseFile>> NewestAsync(ITurnContext turn, bool alsoElsewhere, int limit, CancellationToken cancellationToken)
    {
        var newest = OpenIn(turn) with { Order = StateOrder.Newest, Limit = limit };
        var here = await FindAsync(turn, newest with { Conversation = turn.Activity.Conversation?.Id ?? "" }, cancellationToken);
        return alsoElsewhere && here.Items.Count < limit
            ? [.. here.Items.Concat((await FindAsync(turn, newest, cancellationToken)).Items).DistinctBy(file => file.Case.Reference).Take(limit)]
            : here.Items;
    }

    /// <summary>Tells a case something.</summary>
    public async Task<(CaseFile File, PressAnswer Answer)> TellAsync(ITurnContext turn, CaseFile file, CaseInput input, CancellationToken cancellationToken)
    {
        var world = await WorldAsync(turn, cancellationToken);
        var change = CaseMachine.Apply(file.Case, input, turn.Now, world);
        var isAnswered = IsRequesters(turn, file);
        var taken = await FollowAsync(turn, file, change, world, isAnswered, cancellationToken);
        if (isAnswered && taken.Notices.Contains(RequesterNotice.PhoneNow))
        {
            await messages.SendAsync(turn, taken.File, new CaseEffect.TellRequester(RequesterNotice.PhoneNow), cancellationToken);
        }

        return (taken.File, change.Answer);
    }

    /// <summary>Saves a case with the turn's commit.</summary>
    public static void Save(ITurnContext turn, CaseFile file) =>
        turn.SetState(CaseFile.KeyOf(turn.Activity.GetTenantId(), file.Case.Reference), file, CaseFileJson.Default.CaseFile);

    /// <summary>The turn is in the chat where the case was asked, and not of the bot's own making.</summary>
    public static bool IsRequesters(ITurnContext turn, CaseFile file) =>
        !turn.IsInternal && PersonalChat.IsOf(turn.Activity, file.Requester);

    /// <summary>Who acts in a turn.</summary>
    public static Actor Who(Activity activity) => new(activity.From?.AadObjectId ?? activity.From?.Id ?? "", activity.From?.Name ?? "");

    /// <summary>The site as a case sees it at this turn.</summary>
    public async ValueTask<CaseWorld> WorldAsync(ITurnContext turn, CancellationToken cancellationToken) => new()
    {
        Contacts = contacts.Of(
            turn.Activity.GetTenantId(), await turn.GetStateAsync(RotaFile.KeyOf(turn.Activity.GetTenantId()), RotaJson.Default.RotaFile,
                cancellationToken) ?? new RotaFile()),
        HasChannel = await messages.ChannelAsync(turn, cancellationToken) is not null,
        UrgentLadder = options.Value.WholeLadder(options.Value.Urgent, LadderDefaults.Urgent, media.IsSetUp),
        EmergencyLadder = options.Value.WholeLadder(options.Value.Emergency, LadderDefaults.Emergency, media.IsSetUp),
        RecheckInterval = site.Value.RecheckInterval,
        RecheckGrace = options.Value.RecheckGrace,
        DeliveryGrace = options.Value.DeliveryGrace,
        ClockCorrection = careTime.Correction,
    };

    /// <summary>Records what happened to a case, sends what it asks for, redraws its cards and sets its timer.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="file">The case before.</param>
    /// <param name="change">What happened.</param>
    /// <param name="world">The site.</param>
    /// <param name="isAnswered">A card that answers the requester follows in this turn, so that notices to the requester go with it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ExamTaken> FollowAsync(
        ITurnContext turn, CaseFile file, CaseChange change, CaseWorld world, bool isAnswered, CancellationToken cancellationToken)
    {
        if (change.Events.Count == 0)
        {
            return new ExamTaken(file, []);
        }

        var (redraw, shown, before) = (false, file.Cards, file.Case);
        var notices = new List<RequesterNotice>();
        var pending = new Queue<CaseChange>([change]);
        while (pending.TryDequeue(out var next))
        {
            (file, var seen) = Record(turn, file, next);
            redraw |= seen;
            foreach (var effect in next.Effects)
            {
                if (effect is CaseEffect.TellRequester tell)
                {
                    notices.Add(tell.Notice);
                    if (isAnswered)
                    {
                        continue;
                    }
                }

                (file, var refused) = await messages.SendAsync(turn, file, effect, cancellationToken);
                if (refused is not null && CaseMachine.Apply(file.Case, refused, turn.Now, world) is { Events.Count: > 0 } after)
                {
                    pending.Enqueue(after);
                    file = file with { Case = after.Case };
                }
            }
        }

        if (redraw)
        {
            await messages.RedrawAsync(turn, file, shown, cancellationToken);
        }

        Wake(turn, file.Case);
        Save(turn, file);
        metrics.Changed(change.Events);
        if (FirstCall(before.Run, change, turn.Now) is { } waited)
        {
            metrics.FirstCall(waited, file.Case.IsDrill);
        }

        return new ExamTaken(file, notices);
    }

    /// <summary>Adds events to the record. True when a card would show any of them.</summary>
    private static (CaseFile File, bool Seen) Record(ITurnContext turn, CaseFile file, CaseChange change)
    {
        var (head, number) = (file.Head, change.Case.Length - change.Events.Count);
        var record = CaseFile.KeyOf(turn.Activity.GetTenantId(), change.Case.Reference).Id;
        foreach (var happened in change.Events)
        {
            var entry = CaseEntry.Of(head, change.Case.Reference, ++number, turn.Now, happened);
            turn.Append(new RecordEntry(record, entry.Number, entry.At, entry.Event, entry.Hash));
            head = entry.Hash;
        }

        file = change.Events.OfType<CaseEvent.ClockCorrected>().Aggregate(file, Corrected);
        var seen = change.Events.Where(each => each is not (CaseEvent.Delivered or CaseEvent.RecheckAsked or CaseEvent.Hurried or CaseEvent.AlertedAgain
            or CaseEvent.SecondSent { Calls.Count: 0 })).ToList();
        var timeline = file.Timeline.Concat(seen.Select(each => new TimelineEntry(turn.Now, each))).TakeLast(TimelineKept);
        return (file with { Case = file.Case.Length > change.Case.Length ? file.Case : change.Case, Head = head, Timeline = [.. timeline] }, seen.Count > 0);
    }

    /// <summary>How long the run waited for its first call to be taken; null when that is not what happened.</summary>
    private static TimeSpan? FirstCall(LadderRun? before, CaseChange change, DateTimeOffset now) =>
        change.Events.Any(each => each is CaseEvent.Delivered { Call: not CallIds.Requester })
            && before?.Calls.Concat(before.EarlierCalls).All(call => (call.DeliveredAt ?? call.SecondDeliveredAt) is null) == true
            ? now - before.StartedAt
            : null;

    /// <summary>What is kept beside a case moves with it.</summary>
    private static CaseFile Corrected(CaseFile file, CaseEvent.ClockCorrected corrected) => file with
    {
        Answers = file.Answers with { BlockTime = file.Answers.BlockTime + corrected.By },
        AnswersBefore = file.AnswersBefore is { } before ? before with { BlockTime = before.BlockTime + corrected.By } : null,
        Timeline = [.. file.Timeline.Select(entry => entry with { At = entry.At + corrected.By })],
    };

    private static void Wake(ITurnContext turn, Case @case)
    {
        var key = "case/" + @case.Reference;
        if (@case.DueAt is { } due)
        {
            turn.Schedule(new Timer(key, Due, due, JsonSerializer.SerializeToElement(new CaseNote(@case.Reference), CaseFileJson.Default.CaseNote)));
        }
        else
        {
            turn.CancelTimer(key);
        }
    }

    /// <summary>A reference that no case of the turn's tenant has.</summary>
    public static async ValueTask<string> FreeReferenceAsync(ITurnContext turn, string examId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var reference = CaseReference.From(examId, attempt);
            if (await FindAsync(turn, reference, cancellationToken) is null
                && await turn.GetStateAsync(ErasedCase.KeyOf(turn.Activity.GetTenantId(), reference), AdministrationJson.Default.ErasedCase,
                    cancellationToken) is null)
            {
                return reference;
            }
        }
    }

    private static StateQuery OpenIn(ITurnContext turn) => new(CaseFile.Scope) { Tenant = CaseFile.ColumnOf(turn.Activity.GetTenantId()), OpenOnly = true };

    private static ValueTask<StatePage<CaseFile>> FindAsync(ITurnContext turn, StateQuery query, CancellationToken cancellationToken) =>
        turn.FindStateAsync(query, CaseFileJson.Default.CaseFile, cancellationToken);
}

/// <summary>An exam was taken into its case.</summary>
/// <param name="File">The case now.</param>
/// <param name="Notices">What the requester is told: with the decision, when the requester examined.</param>
internal sealed record ExamTaken(CaseFile File, IReadOnlyList<RequesterNotice> Notices);
