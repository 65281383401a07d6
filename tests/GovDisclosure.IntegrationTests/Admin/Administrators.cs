using GovDisclosure.Data.Accounts;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Admin;

/// <summary>Administrators for tests, and what they do over and over.</summary>
internal static class Administrators
{
    /// <summary>An administrator of an agency of its own, signed in.</summary>
    public static async Task<PortalClient> NewAdministratorAsync(this PortalServer server) =>
        await server.Portal.SignInAsync((await TestAgency.CreateAsync(server, role: PersonRole.Administrator)).UserName);

    /// <summary>Sends a form of a page as a browser would.</summary>
    public static async Task<PortalPage> SubmitAsync(this PortalClient client, string path, string form, params (string Name, string Value)[] fields)
    {
        var filled = PortalForm.Of(await client.GetAsync(path), form);
        foreach (var field in fields.GroupBy(field => field.Name))
        {
            filled = filled.With(field.Key, [.. field.Select(pair => pair.Value)]);
        }

        return await client.SubmitAsync(filled);
    }

    /// <summary>Opens an account by the form and returns its page's address.</summary>
    public static async Task<string> OpenAccountAsync(this PortalClient client, Guid agencyId, string userName, params string[] roles)
    {
        var answer = await client.SubmitAsync(
            "/admin/people/new", "main form[method=post]",
            [("Input.DisplayName", "新来的人"), ("Input.UserName", userName), ("Input.AgencyId", agencyId.ToString()), .. roles.Select(role => ("Input.Roles", role))]);
        return answer.Location ?? throw new InvalidOperationException($"Not opened: {string.Join(' ', answer.Texts(".error-summary li"))}");
    }

    /// <summary>Makes a one-time link and returns its address within the portal.</summary>
    public static async Task<string> MakeLinkAsync(this PortalClient client, string person)
    {
        var made = await client.SubmitAsync(person, "form[action$='handler=Link']");
        var link = new Uri((await client.GetAsync(made.Location!)).Text(".reference"));
        return link.PathAndQuery;
    }

    /// <summary>A sign-in name that nobody has.</summary>
    public static string NewName() => "new." + Guid.NewGuid().ToString("N")[..10];

    /// <summary>The details of the last entry of an act about a subject, as text; the half of the trail that accounts keep.</summary>
    public static Task<string> LastAccountEventAsync(this PortalServer server, string action, string userName) => Sql.ScalarAsync<string>(
        server.Administrator,
        "SELECT coalesce((SELECT details || ' by ' || actor_name FROM accounts.account_event WHERE action = $1 AND details LIKE '%' || $2 || '%' ORDER BY at DESC, id DESC LIMIT 1), '')",
        action, userName);
}
