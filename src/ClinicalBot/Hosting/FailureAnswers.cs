namespace ClinicalBot.Hosting;

/// <summary>What a caller learns of a failure: its status. The rest is in the log, in every environment.</summary>
internal static partial class FailureAnswers
{
    /// <summary>Answers exceptions and bare statuses with problem+json. Place it before what may fail.</summary>
    public static void UseFailureAnswers(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // A request that Kestrel finds malformed says so itself.
            // One line, without the trace of what only the sender can mend.
            SuppressDiagnosticsCallback = context =>
            {
                if (context.Exception is not BadHttpRequestException bad)
                {
                    return false;
                }

                Refused(app.Logger, bad.StatusCode);
                return true;
            },
            StatusCodeSelector = failure => failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            ExceptionHandler = http => Results.Problem(statusCode: http.Response.StatusCode).ExecuteAsync(http),
        });
        app.UseStatusCodePages();
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Refused a request: its body cannot be read ({Status})")]
    private static partial void Refused(ILogger log, int status);
}
