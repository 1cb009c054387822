using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>
/// The ladders of a site that configured none. Every ladder is for urgent or emergency, so there are no quiet hours to configure: none
/// could ever apply.
/// </summary>
public static class LadderDefaults
{
    private static readonly LadderTarget.Channel Channel = new();

    /// <summary>Channel and the proceduralist on call, 10 minutes to acknowledge; then the next in line; then neurology too.</summary>
    public static Ladder Urgent { get; } = new(
        [
            Step(10, Channel, Role(ContactRole.Proceduralist)),
            Step(10, Channel, Role(ContactRole.Proceduralist, 1)),
            Step(10, Channel, Role(ContactRole.Proceduralist), Role(ContactRole.Proceduralist, 1), Role(ContactRole.Neurology)),
        ],
        Repeats: 1,
        FinalEvery: TimeSpan.FromMinutes(30));

    /// <summary>
    /// Channel, proceduralist and neurology at once, 3 minutes to acknowledge; then the next in line of both; then all of them. Each of the two
    /// roles has to answer.
    /// </summary>
    public static Ladder Emergency { get; } = new(
        [
            Step(3, Channel, Role(ContactRole.Proceduralist), Role(ContactRole.Neurology)),
            Step(3, Channel, Role(ContactRole.Proceduralist, 1), Role(ContactRole.Neurology, 1)),
            Step(3, Channel, Role(ContactRole.Proceduralist), Role(ContactRole.Proceduralist, 1), Role(ContactRole.Neurology), Role(ContactRole.Neurology, 1)),
        ],
        Repeats: 1,
        FinalEvery: TimeSpan.FromMinutes(10))
    {
        Needs = [RoleNames.Of(ContactRole.Proceduralist), RoleNames.Of(ContactRole.Neurology)],
    };

    private static LadderTarget.Role Role(ContactRole role, int next = 0) => new(RoleNames.Of(role), next);

    private static LadderStep Step(int minutes, params IReadOnlyList<LadderTarget> targets) => new(targets, TimeSpan.FromMinutes(minutes));
}
