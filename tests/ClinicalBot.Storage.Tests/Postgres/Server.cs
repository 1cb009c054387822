using ClinicalBot.Testing;

[assembly: AssemblyFixture(typeof(ClinicalBot.Storage.Tests.Server))]

namespace ClinicalBot.Storage.Tests;

/// <summary>One PostgreSQL server for all tests of this project; each makes a database of its own.</summary>
public sealed class Server : IAsyncLifetime
{
    public PostgresCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await PostgresCluster.StartAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
