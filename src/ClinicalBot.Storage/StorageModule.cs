using ClinicalBot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Storage;

/// <summary>Registers the store and its migrations.</summary>
public static class StorageModule
{
    /// <summary>
    /// Keeps everything in the PostgreSQL database of Storage:ConnectionString, which nodes may share; without one, in one SQLite file, which
    /// this process then holds for itself.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations()
            .Validate(storage => storage.IsReadable,
                "Storage:ConnectionString cannot be read. Set it as Npgsql wants it: \"Host=db.example.org;Database=clinicalbot;Username=...\".")
            .ValidateOnStart();
        services.AddSingleton<ITurnStore>(provider => provider.GetRequiredService<IOptions<StorageOptions>>().Value.IsPostgres
            ? ActivatorUtilities.CreateInstance<PostgresTurnStore>(provider)
            : ActivatorUtilities.CreateInstance<SqliteTurnStore>(provider));
        return services;
    }
}
