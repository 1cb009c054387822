using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicalBot.BotFramework;

/// <summary>Asked about each activity after it was read and before anything of it happens. Every one registered must agree.</summary>
public interface IActivityAdmission
{
    /// <summary>Says no with the answer to give, or null to let the activity in.</summary>
    /// <param name="http">The request, authenticated.</param>
    /// <param name="activity">What it brought.</param>
    IResult? Refuse(HttpContext http, Activity activity);
}

/// <summary>Asks all of them.</summary>
public static class ActivityAdmissionExtensions
{
    /// <summary>The first refusal, in the order of registration; null when the activity may come in.</summary>
    public static IResult? Refuse(this HttpContext http, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.RequestServices.GetServices<IActivityAdmission>()
            .Select(admission => admission.Refuse(http, activity))
            .FirstOrDefault(refusal => refusal is not null);
    }
}
