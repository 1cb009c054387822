using ClinicalBot.Doctor;

namespace ClinicalBot.Tests.Doctor;

public sealed class TokenAdviceTests
{
    [Theory]
    [InlineData("invalid_client AADSTS7000222", "The secret has ended.")]
    [InlineData("unauthorized_client AADSTS700016", "Set MicrosoftAppId")]
    [InlineData("invalid_client AADSTS700027", "Upload the public part")]
    [InlineData("invalid_request AADSTS90002", "Set MicrosoftAppTenantId")]
    [InlineData("invalid_grant AADSTS5000000", "Look the code up")]
    [InlineData("Entra could not be asked", "Let this machine reach Entra")]
    [InlineData("managed_identity_request_failed", "Assign the managed identity")]
    public void Each_reason_there_is_no_token_has_its_fix(string reason, string fix) =>
        Assert.StartsWith(fix, TokenAdvice.For(reason).Fix, StringComparison.Ordinal);
}
