using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ClinicalBot.Rules.Tests.WholeTable;

/// <summary>Decides every combination once, on all cores, and keeps what the properties compare.</summary>
public sealed class Enumeration
{
    internal const int UrgencyBits = 7;
    internal const int Mobilization = 1 << 3;
    internal const int Discharge = 1 << 4;
    internal const int ValidPast4h = 1 << 5;
    internal const int ValidPast24h = 1 << 6;

    private const int BytesPerState = 9;

    private readonly ConcurrentDictionary<Facts, int> _distinct = new();
    private int _disagreement = -1;

    public Enumeration()
    {
        Seen = new byte[States.Count];
        var digests = new byte[States.Count / States.BlockSize][];
        Parallel.For(0, digests.Length, block => digests[block] = Decide(block));
        var ids = string.Join(' ', RuleTable.Rules.Select(rule => rule.Id).Concat(StepTable.Steps.Select(step => step.Id)));
        Digest = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(ids), .. digests.SelectMany(digest => digest)]));
    }

    /// <summary>Per state: urgency, holds, and whether the advice lasts past 4 h or 24 h after the block.</summary>
    internal byte[] Seen { get; }

    /// <summary>Every distinct set of facts with the number of one exam that has it.</summary>
    internal IReadOnlyDictionary<Facts, int> Distinct => _distinct;

    /// <summary>Number of a state that core and plain reading decide differently; -1 when there is none.</summary>
    internal int Disagreement => _disagreement;

    /// <summary>Hash over urgency, rules and step ids of every state.</summary>
    internal string Digest { get; }

    private byte[] Decide(int block)
    {
        var answers = new byte[States.BlockSize * BytesPerState];
        var distinct = new HashSet<Facts>();
        for (var i = 0; i < States.BlockSize; i++)
        {
            var index = (block * States.BlockSize) + i;
            var exam = States.At(index);
            var facts = CaseHistory.Read(exam, null);
            var outcome = Outcome.Of(facts);
            var plain = PlainReading.Of(exam);
            if (RulesCore.UrgencyOf(exam) != plain.Urgency
                || (outcome.Urgency, outcome.Rules, outcome.Steps, (outcome.Holds & 1) != 0, (outcome.Holds & 2) != 0) != plain)
            {
                _disagreement = index;
            }

            if (distinct.Add(facts))
            {
                _distinct.TryAdd(facts, index);
            }

            Seen[index] = (byte)((int)outcome.Urgency | (int)(outcome.Holds << 3) | Lasting(exam, outcome.Facts));
            var answer = answers.AsSpan(i * BytesPerState);
            answer[0] = (byte)outcome.Urgency;
            BinaryPrimitives.WriteUInt32LittleEndian(answer[1..], outcome.Rules);
            BinaryPrimitives.WriteUInt32LittleEndian(answer[5..], outcome.Steps);
        }

        return SHA256.HashData(answers);
    }

    private static int Lasting(Assessment exam, Facts facts)
    {
        var until = Validity.ValidUntil(exam, facts, RulesSettings.Default);
        return (until is null || until > exam.BlockTime + TimeSpan.FromHours(4) ? ValidPast4h : 0)
            | (until is null || until > exam.BlockTime + TimeSpan.FromHours(24) ? ValidPast24h : 0);
    }
}
