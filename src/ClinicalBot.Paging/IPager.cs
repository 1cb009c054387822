using ClinicalBot.BotFramework;

namespace ClinicalBot.Paging;

/// <summary>
/// A way to reach people beside the connector. Like the connector it makes one attempt and returns what became of it; only the outbox
/// retries. Register more of them as <see cref="IPager"/>.
/// </summary>
public interface IPager
{
    /// <summary>One word, kept in the outbox: never change it.</summary>
    string Name { get; }

    /// <summary>It has what it needs to reach this person.</summary>
    bool Reaches(PageTo person);

    /// <summary>Makes one attempt. Only cancellation throws, and then the page may have arrived.</summary>
    Task<DeliveryResult> SendAsync(Page page, CancellationToken cancellationToken);
}

/// <summary>Every second medium that is set up.</summary>
/// <param name="pagers">The ways.</param>
public sealed class SecondMedium(IEnumerable<IPager> pagers)
{
    private readonly IReadOnlyList<IPager> _pagers = [.. pagers];

    /// <summary>There is one.</summary>
    public bool IsSetUp => _pagers.Count > 0;

    /// <summary>Names of all.</summary>
    public IReadOnlyList<string> Names => [.. _pagers.Select(pager => pager.Name)];

    /// <summary>Names of those that reach a person.</summary>
    public IReadOnlyList<string> For(PageTo person) => [.. _pagers.Where(pager => pager.Reaches(person)).Select(pager => pager.Name)];

    internal IPager? Find(string name) => _pagers.FirstOrDefault(pager => pager.Name == name);
}
