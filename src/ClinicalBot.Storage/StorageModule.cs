using ClinicalBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicalBot.Storage;

/// <summary>Registers this room.</summary>
public static class StorageModule
{
    /// <summary>Keeps everything in one SQLite file, which this process then holds for itself.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services)
    {
        services.AddOptions<SqliteOptions>().BindConfiguration(SqliteOptions.Section);
        services.AddSingleton<ITurnStore, SqliteTurnStore>();
        return services;
    }
}
