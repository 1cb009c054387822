using ClinicalBot.Api.Assessments;
using ClinicalBot.Api.CdsHooks;
using ClinicalBot.Api.OpenCases;
using ClinicalBot.Api.Reference;
using ClinicalBot.Api.Reports;
using ClinicalBot.Api.Rota;

namespace ClinicalBot.Api;

/// <summary>Registers what the HTTP APIs need beside the bot. Each maps its own endpoints; the host puts its access control on them.</summary>
internal static class ApiModule
{
    /// <summary>Adds all of them: after <c>AddConversations</c> or before it.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddAssessments();
        services.AddCdsHooks();
        services.AddReferenceApi();
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, OnCallJson.Default));
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ReportJson.Default));
        services.AddSingleton<OpenCasesReader>();
        return services;
    }
}
