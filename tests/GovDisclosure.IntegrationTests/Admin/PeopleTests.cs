using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;
using Microsoft.Extensions.Time.Testing;

namespace GovDisclosure.IntegrationTests.Admin;

/// <summary>Accounts are opened, changed and closed by administrators, who never know a password.</summary>
public sealed class PeopleTests(PortalServer server)
{
    private const string Password = "Lantern-River-58";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Open_ThenLink_ThePersonSetsThePasswordAndSignsIn()
    {
        var agency = await TestAgency.CreateAsync(server);
        var admin = await server.NewAdministratorAsync();
        var name = Administrators.NewName();

        var person = await admin.OpenAccountAsync(agency.Id, name, PersonRole.Clerk);
        var link = await admin.MakeLinkAsync(person);
        var visitor = server.Portal.NewClient();
        var before = await visitor.SignInAsync(name, Password);
        var set = await visitor.SubmitAsync(link, Form, ("Input.Password", Password));
        var after = await visitor.SignInAsync(name, Password);

        Assert.Equal(HttpStatusCode.BadRequest, before.Status);
        Assert.Equal("/account/sign-in", set.Location);
        Assert.Equal(HttpStatusCode.Redirect, after.Status);
        Assert.Contains(agency.Agency.ShortName, (await visitor.GetAsync("/")).Text(".who-name"), StringComparison.Ordinal);
        Assert.Contains(name, await server.LastAccountEventAsync(AccountActions.Created, name), StringComparison.Ordinal);
        Assert.Contains("by 测试经办人", await server.LastAccountEventAsync(AccountActions.LinkIssued, name), StringComparison.Ordinal);
        Assert.Contains("by 新来的人", await server.LastAccountEventAsync(AccountActions.PasswordSet, name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ShownOnce_AndNowhereInTheTrail()
    {
        var admin = await server.NewAdministratorAsync();
        var name = Administrators.NewName();
        var person = await admin.OpenAccountAsync((await TestAgency.CreateAsync(server)).Id, name, PersonRole.Clerk);

        var link = await admin.MakeLinkAsync(person);
        var again = await admin.GetAsync(person);

        Assert.Null(again.Document.QuerySelector(".reference"));
        Assert.Equal(0L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM accounts.account_event WHERE details LIKE '%' || $1 || '%'", link.Split('=')[1][..20]));
    }

    [Fact]
    public async Task Link_UsedTwice_WrongAndExpired_SameAnswer()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var portal = server.NewPortal(new PortalHostOptions { Time = time });
        var admin = await portal.SignInAsync((await TestAgency.CreateAsync(server, role: PersonRole.Administrator)).UserName);
        var person = await admin.OpenAccountAsync((await TestAgency.CreateAsync(server)).Id, Administrators.NewName(), PersonRole.Clerk);
        var visitor = portal.NewClient();

        var link = await admin.MakeLinkAsync(person);
        var form = PortalForm.Of(await visitor.GetAsync(link), Form).With("Input.Password", Password);
        var answers = await Task.WhenAll(visitor.SubmitAsync(form), visitor.SubmitAsync(form));
        var used = await portal.NewClient().GetAsync(link);
        var tampered = await portal.NewClient().GetAsync(link[..^4] + "AAAA");
        var nonsense = await portal.NewClient().GetAsync("/account/set-password?link=%00%27--");
        var none = await portal.NewClient().GetAsync("/account/set-password");
        var second = await admin.MakeLinkAsync(person);
        var third = await admin.MakeLinkAsync(person);
        var replaced = await portal.NewClient().GetAsync(second);
        time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(5));
        var late = await portal.NewClient().GetAsync(third);
        time.Advance(TimeSpan.FromSeconds(10));
        var expired = await portal.NewClient().GetAsync(third);

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.Equal(HttpStatusCode.OK, late.Status);
        Assert.All([used, tampered, nonsense, none, replaced, expired], answer =>
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal(none.Text("main"), answer.Text("main"));
            Assert.Null(answer.Document.QuerySelector("input[type=password]"));
        });
    }

    [Theory]
    [InlineData("Short-1")]
    [InlineData("Password123")]
    [InlineData("no-capitals-in-this-1")]
    [InlineData("新来的人-Lantern-58")]
    [InlineData("")]
    public async Task SetPassword_WeakOne_NamedInWordsAndTheLinkStillGood(string password)
    {
        var admin = await server.NewAdministratorAsync();
        var person = await admin.OpenAccountAsync((await TestAgency.CreateAsync(server)).Id, Administrators.NewName(), PersonRole.Clerk);
        var link = await admin.MakeLinkAsync(person);
        var visitor = server.Portal.NewClient();

        var refused = await visitor.SubmitAsync(link, Form, ("Input.Password", password));
        var set = await visitor.SubmitAsync(link, Form, ("Input.Password", Password));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Single(refused.Texts(".error-summary li"));
        Assert.NotNull(refused.Document.QuerySelector(refused.Find(".error-summary a").GetAttribute("href")!));
        Assert.Equal("", refused.Find("input[type=password]").GetAttribute("value") ?? "");
        Assert.Equal(HttpStatusCode.Redirect, set.Status);
    }

    [Fact]
    public async Task Reset_ByLink_OldPasswordAndSessionsEnd()
    {
        var agency = await TestAgency.CreateAsync(server);
        var signedIn = await server.Portal.SignInAsync(agency.UserName);
        var admin = await server.NewAdministratorAsync();

        var link = await admin.MakeLinkAsync($"/admin/people/{agency.PersonId}");
        var meanwhile = await signedIn.GetAsync("/work");
        await server.Portal.NewClient().SubmitAsync(link, Form, ("Input.Password", Password));

        Assert.Equal(HttpStatusCode.OK, meanwhile.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await signedIn.GetAsync("/work")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Portal.NewClient().SignInAsync(agency.UserName, SamplePeople.Password)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await server.Portal.NewClient().SignInAsync(agency.UserName, Password)).Status);
    }

    [Fact]
    public async Task Deactivate_SignedInPerson_CutAtOnceAndBackAfterwards()
    {
        var agency = await TestAgency.CreateAsync(server);
        var signedIn = await server.Portal.SignInAsync(agency.UserName);
        var admin = await server.NewAdministratorAsync();
        var path = $"/admin/people/{agency.PersonId}";
        var link = await admin.MakeLinkAsync(path);

        await admin.SubmitAsync(path, "form[action$='handler=Deactivate']");
        var cut = await signedIn.GetAsync("/work");
        var refused = await server.Portal.NewClient().SignInAsync(agency.UserName, SamplePeople.Password);
        var dead = await server.Portal.NewClient().GetAsync(link);
        await admin.SubmitAsync(path, "form[action$='handler=Reactivate']");

        Assert.Equal(HttpStatusCode.Redirect, cut.Status);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.BadRequest, dead.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await server.Portal.NewClient().SignInAsync(agency.UserName, SamplePeople.Password)).Status);
        Assert.Contains("\"SessionsEnded\":1", await server.LastAccountEventAsync(AccountActions.Deactivated, agency.UserName), StringComparison.Ordinal);
        Assert.NotEqual("", await server.LastAccountEventAsync(AccountActions.Reactivated, agency.UserName));
    }

    [Fact]
    public async Task Deactivate_Oneself_Refused()
    {
        var own = await TestAgency.CreateAsync(server, role: PersonRole.Administrator);
        var admin = await server.Portal.SignInAsync(own.UserName);
        var path = $"/admin/people/{own.PersonId}";

        var deactivated = await admin.SubmitAsync(path, "form[action$='handler=Deactivate']");
        var demoted = await admin.SubmitAsync(path, "form[action$='handler=Roles']", ("Input.Roles", PersonRole.Clerk));

        Assert.Equal(HttpStatusCode.BadRequest, deactivated.Status);
        Assert.Equal(HttpStatusCode.BadRequest, demoted.Status);
        Assert.All([deactivated, demoted], answer =>
        {
            Assert.Single(answer.Texts(".error-summary li"));
            Assert.Equal(answer.Heading, answer.Find("#Input_DisplayName").GetAttribute("value"));
        });
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task ChangeRoles_SignedInPerson_NoRequestUnderTheOldOnes()
    {
        var agency = await TestAgency.CreateAsync(server);
        var signedIn = await server.Portal.SignInAsync(agency.UserName);
        var admin = await server.NewAdministratorAsync();

        var changed = await admin.SubmitAsync($"/admin/people/{agency.PersonId}", "form[action$='handler=Roles']", ("Input.Roles", PersonRole.Reviewer));
        var old = await signedIn.GetAsync("/work/disclosures/log");
        var again = await server.Portal.SignInAsync(agency.UserName);

        Assert.Equal(HttpStatusCode.Redirect, changed.Status);
        Assert.Equal(HttpStatusCode.Redirect, old.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await again.GetAsync("/work/disclosures/log")).Status);
        Assert.Contains(
            "\"Roles\":{\"Old\":[\"clerk\"],\"New\":[\"reviewer\"]}",
            await server.LastAccountEventAsync(AccountActions.RolesChanged, agency.UserName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rename_APerson_TheUserNameAndTheSessionsStay()
    {
        var agency = await TestAgency.CreateAsync(server);
        var signedIn = await server.Portal.SignInAsync(agency.UserName);
        var admin = await server.NewAdministratorAsync();
        var path = $"/admin/people/{agency.PersonId}";

        var renamed = await admin.SubmitAsync(path, "form[action$='handler=Rename']", ("Input.DisplayName", "  改名\t后的人 "));
        var page = await admin.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, renamed.Status);
        Assert.Equal("改名 后的人", page.Heading);
        Assert.Contains(page.Texts(".facts code"), text => text == agency.UserName);
        Assert.Equal(HttpStatusCode.OK, (await signedIn.GetAsync("/work")).Status);
        Assert.Contains("\"New\":\"改名 后的人\"", await server.LastAccountEventAsync(AccountActions.Renamed, agency.UserName), StringComparison.Ordinal);
        Assert.Contains("改名 后的人", (await (await server.Portal.SignInAsync(agency.UserName)).GetAsync("/")).Text(".who-name"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Rename_MissingOrTooLong_SaidBesideTheFieldAndTheRolesStayTicked(int length)
    {
        var agency = await TestAgency.CreateAsync(server);
        var admin = await server.NewAdministratorAsync();
        var name = new string('长', length);

        var refused = await admin.SubmitAsync($"/admin/people/{agency.PersonId}", "form[action$='handler=Rename']", ("Input.DisplayName", name));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("#Input_DisplayName", refused.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal(name, refused.Find("#Input_DisplayName").GetAttribute("value") ?? "");
        Assert.Single(refused.Texts(".error-summary li"));
        Assert.NotNull(refused.Document.QuerySelector("input[name='Input.Roles'][checked]"));
        Assert.Equal("", await server.LastAccountEventAsync(AccountActions.Renamed, agency.UserName));
    }

    [Theory]
    [InlineData(AgencyKind.MunicipalDepartment)]
    [InlineData(AgencyKind.MunicipalDepartment, PersonRole.Administrator, PersonRole.Clerk)]
    [InlineData(AgencyKind.MunicipalDepartment, PersonRole.MunicipalOffice)]
    [InlineData(AgencyKind.MunicipalDepartment, PersonRole.District)]
    [InlineData(AgencyKind.District, PersonRole.MunicipalOffice, PersonRole.District)]
    [InlineData(AgencyKind.MunicipalDepartment, "owner")]
    public async Task Open_RolesThatDoNotFit_RefusedAndWhatWasTypedIsKept(AgencyKind kind, params string[] roles)
    {
        var agency = await TestAgency.CreateAsync(server, kind);
        var admin = await server.NewAdministratorAsync();
        var name = Administrators.NewName();

        var answer = await admin.SubmitAsync(
            "/admin/people/new", Form,
            [("Input.DisplayName", "某人"), ("Input.UserName", name), ("Input.AgencyId", agency.Id.ToString()), .. roles.Select(role => ("Input.Roles", role))]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("#Input_Roles", answer.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal(name, answer.Find("#Input_UserName").GetAttribute("value"));
        Assert.Equal(0L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM accounts.person WHERE user_name = $1", name));
    }

    [Fact]
    public async Task Open_SentTwice_OnePerson_AndANameTakenIsSaid()
    {
        var agency = await TestAgency.CreateAsync(server);
        var admin = await server.NewAdministratorAsync();
        var name = Administrators.NewName();
        var form = PortalForm.Of(await admin.GetAsync($"/admin/people/new?agency={agency.Agency.Code}"), Form)
            .With("Input.DisplayName", "新来的人").With("Input.UserName", name).With("Input.Roles", PersonRole.Clerk);

        var answers = await Task.WhenAll(admin.SubmitAsync(form), admin.SubmitAsync(form));
        var taken = await admin.SubmitAsync(form.With("Input.RequestKey", Guid.NewGuid().ToString()).With("Input.UserName", name.ToUpperInvariant()));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(answers[0].Location, answers[1].Location);
        Assert.Equal(HttpStatusCode.BadRequest, taken.Status);
        Assert.Equal("#Input_UserName", taken.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal(1L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM accounts.account_event WHERE action = 'person.created' AND details LIKE '%' || $1 || '%'", name));
    }

    [Fact]
    public async Task Release_LockedPerson_SignsInAgain()
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = server.Portal.NewClient();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await client.SignInAsync(agency.UserName, "Wrong-password-1");
        }

        var admin = await server.NewAdministratorAsync();
        var listed = await admin.GetAsync($"/admin/people?state=locked&words={agency.UserName}");
        await admin.SubmitAsync($"/admin/people/{agency.PersonId}", "form[action$='handler=Release']");

        Assert.Contains(listed.Texts("tbody code"), text => text == agency.UserName);
        Assert.Equal(HttpStatusCode.Redirect, (await client.SignInAsync(agency.UserName, SamplePeople.Password)).Status);
        Assert.NotEqual("", await server.LastAccountEventAsync(AccountActions.LockedOut, agency.UserName));
        Assert.NotEqual("", await server.LastAccountEventAsync(AccountActions.Released, agency.UserName));
    }

    [Fact]
    public async Task List_PagesBothWays_EveryPersonOnce()
    {
        var admin = await server.NewAdministratorAsync();
        var seen = new List<string>();
        var page = await admin.GetAsync("/admin/people?role=district");
        var total = int.Parse(string.Concat(page.Text("caption").Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
        seen.AddRange(page.Texts("tbody td code"));
        while (page.Document.QuerySelector("a[rel=next]") is { } next)
        {
            page = await admin.GetAsync(next.GetAttribute("href")!);
            seen.AddRange(page.Texts("tbody td code"));
        }

        Assert.Distinct(seen);
        Assert.True(seen.Count >= 16 && seen.Count >= total);
        Assert.Equal(seen.Order(StringComparer.OrdinalIgnoreCase), seen);
    }
}
