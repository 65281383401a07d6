namespace GovDisclosure.Web.Infrastructure.Security;

/// <summary>Every cookie of the portal. The prefix makes browsers insist on Secure, Path=/ and no Domain.</summary>
public static class CookieNames
{
    public const string Language = "__Host-language";
    public const string Antiforgery = "__Host-form";
    public const string Notice = "__Host-notice";

    /// <summary>The sign-in cookie; set by the account feature.</summary>
    public const string SignIn = "__Host-sign-in";
}
