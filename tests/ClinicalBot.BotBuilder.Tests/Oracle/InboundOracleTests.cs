using System.Text;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>A body means the same to the SDK and to us, or the difference is listed with its reason.</summary>
public sealed class InboundOracleTests
{
    private const int Changed = 2_000;

    public static TheoryData<string> Names => [.. Shapes.All.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_a_client_sends_is_read_as_the_sdk_reads_it(string shape)
    {
        var reading = await Reading.OfAsync(new SdkInbound(), Encoding.UTF8.GetBytes(Shapes.All[shape].ToJsonString()), Stop);

        Assert.NotNull(reading.Ours);
        Assert.NotNull(reading.Theirs);
        Assert.Empty(Difference.Between(reading.Ours, reading.Theirs));
    }

    [Fact]
    public async Task What_is_spoiled_is_read_alike_or_refused_alike_but_for_what_is_listed()
    {
        var sdk = new SdkInbound();
        var mutations = new Mutations(20260302);
        var used = new HashSet<string>();
        var unexplained = new List<string>();
        int alike = 0, refused = 0;
        for (var number = 0; number < Changed; number++)
        {
            var reading = await Reading.OfAsync(sdk, mutations.Next(), Stop);
            switch (reading)
            {
                case { Ours: null, Theirs: null }:
                    refused++;
                    break;
                case { Ours: null }:
                    Explain(InboundDifferences.OnlyTheSdkTakes, reading, $"{number}: only the SDK takes {Encoding.UTF8.GetString(reading.Body)}");
                    break;
                case { Theirs: null }:
                    var rest = await Reading.OfAsync(sdk, InboundDifferences.WithoutUnread(reading), Stop);
                    used.Add(InboundDifferences.OnlyWeTake);
                    unexplained.AddRange(rest.Theirs is null ? [$"{number}: only we take {Encoding.UTF8.GetString(reading.Body)}"] : []);
                    break;
                default:
                    var differences = Difference.Between(reading.Ours, reading.Theirs).ToList();
                    differences.ForEach(difference => Explain(InboundDifferences.ReadDifferently, difference, $"{number}: {difference}"));
                    alike += differences.Count == 0 ? 1 : 0;
                    break;
            }
        }

        Assert.True(unexplained.Count == 0, string.Join('\n', unexplained.Take(20)));
        // A comparison that only ever gets one answer compares nothing, and a reason that is never needed explains nothing.
        Assert.InRange(alike, Changed / 4, Changed);
        Assert.InRange(refused, Changed / 10, Changed);
        Assert.Empty(InboundDifferences.Reasons.Except(used));

        void Explain<T>(IReadOnlyList<(string Reason, Func<T, bool> Applies)> listed, T what, string otherwise)
        {
            if (listed.FirstOrDefault(entry => entry.Applies(what)).Reason is { } reason)
            {
                used.Add(reason);
            }
            else
            {
                unexplained.Add(otherwise);
            }
        }
    }
}
