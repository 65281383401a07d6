using System.Collections;
using System.Net;
using System.Reflection;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Districts;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GovDisclosure.IntegrationTests.Architecture;

/// <summary>
/// Somebody else goes through every address of the portal with a victim's identities in every place that takes one: routes, queries and
/// forms, found by looking at the pages. Nothing of the victim may come back.
/// </summary>
public sealed class WrongTenantTests(PortalServer server)
{
    private static readonly DateOnly Day = new(2016, 9, 9);

    [Theory]
    [InlineData(PersonRole.Clerk, AgencyKind.MunicipalDepartment)]
    [InlineData(PersonRole.District, AgencyKind.District)]
    [InlineData(PersonRole.Clerk, AgencyKind.DistrictSubUnit)]
    [InlineData(PersonRole.MunicipalOffice, AgencyKind.MunicipalOffice)]
    [InlineData(PersonRole.Administrator, AgencyKind.MunicipalDepartment)]
    [InlineData(null, AgencyKind.MunicipalDepartment)]
    public async Task Sweep_EveryAddress_ShowsNothingOfTheVictim(string? role, AgencyKind kind)
    {
        var victim = await Victim.CreateAsync(server);
        var client = role is null
            ? server.Portal.NewClient()
            // A sub-unit is a sibling of the one that the victim passed its duty to.
            : await server.Portal.SignInAsync(
                (await TestAgency.CreateAsync(server, kind, kind == AgencyKind.DistrictSubUnit ? victim.Agency.Id : null, role)).UserName);
        var token = await client.TokenAsync();

        foreach (var endpoint in await PortalEndpoints.OfAsync(server.Portal))
        {
            // What is no page takes no identity: once is enough.
            foreach (var id in endpoint.Page is null ? victim.Ids.Take(1) : victim.Ids)
            {
                var path = PathOf(endpoint, id) + QueryOf(endpoint, victim, id);
                AssertHarmless(await client.GetAsync(path), endpoint, victim, isSignedIn: role is not null, mayBeGone: false);
                if (endpoint.Page?.HandlerMethods.Any(handler => HttpMethod.Post.Method.Equals(handler.HttpMethod, StringComparison.OrdinalIgnoreCase)) is true
                    && endpoint.Page.ViewEnginePath != "/Account/SignOut")
                {
                    var form = FormOf(endpoint, victim, id).Append(KeyValuePair.Create("__RequestVerificationToken", token));
                    AssertHarmless(await client.PostAsync(path, form), endpoint, victim, isSignedIn: role is not null, mayBeGone: true);
                }
            }
        }

        await victim.AssertUntouchedAsync();
    }

    [Fact]
    public async Task Sweep_TheVictimItself_SeesItsSecret()
    {
        // Otherwise the sweep could pass because nothing is shown to anybody.
        var victim = await Victim.CreateAsync(server);
        var client = await server.Portal.SignInAsync(victim.Agency.UserName);

        Assert.Contains(victim.Secret, (await client.GetAsync($"/work/obligations/{victim.Obligation}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/work/disclosures/{victim.Disclosure}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/work/disclosures/log?for={victim.Obligation}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/work/disclosures?q={victim.Word}")).Body, StringComparison.Ordinal);
        var unit = await server.Portal.SignInAsync(victim.Unit.UserName);
        Assert.Contains(victim.Secret, (await unit.GetAsync($"/work/obligations/{victim.Part}")).Body, StringComparison.Ordinal);
        var district = await server.Portal.SignInAsync(await victim.Agency.AddPersonAsync(PersonRole.District));
        Assert.Contains(victim.Secret, (await district.GetAsync("/work/units/duties?state=all")).Body, StringComparison.Ordinal);
    }

    private static void AssertHarmless(PortalPage answer, PortalEndpoint endpoint, Victim victim, bool isSignedIn, bool mayBeGone)
    {
        var what = $"{answer.Response.RequestMessage!.Method} {answer.Response.RequestMessage.RequestUri}: {(int)answer.Status}";
        Assert.False(answer.Body.Contains(victim.Secret, StringComparison.OrdinalIgnoreCase), what);
        Assert.False((int)answer.Status >= 500, what);
        if (endpoint.Page is null || endpoint.AllowsAnonymous)
        {
            return;
        }

        if (!isSignedIn)
        {
            Assert.True(answer.Status == HttpStatusCode.Redirect, what);
            Assert.Contains("/account/sign-in", answer.Location, StringComparison.Ordinal);
        }
        else if (endpoint.Parameters.Count > 0)
        {
            // 403 where the role may open no such page at all, whoever's it is.
            Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, what);
        }
        else if (mayBeGone)
        {
            Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, what);
        }
    }

    // A parameter that is not known here is a question to whoever adds it: is it an identity that another agency might send?
    private static string PathOf(PortalEndpoint endpoint, Guid id)
    {
        var path = endpoint.Pattern;
        foreach (var parameter in endpoint.Parameters)
        {
            var value = parameter switch
            {
                "id" => id.ToString(),
                "year" => "2016",
                "path" or "file" => "no-such-file",
                _ => throw new InvalidOperationException($"{endpoint} has a parameter '{parameter}' that this test does not know: say here what to put in it."),
            };
            path = System.Text.RegularExpressions.Regex.Replace(path, @"\{\*{0,2}" + parameter + "[^}]*}", value, default, TimeSpan.FromSeconds(1));
        }

        return path;
    }

    private static string QueryOf(PortalEndpoint endpoint, Victim victim, Guid id)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var name in (string[])["q", "words", "for", "id", "task", "after", "before", "unit", "lead", "district"])
        {
            fields.Add(new(name, name is "for" or "id" or "unit" ? id.ToString() : victim.Word));
        }

        foreach (var parameter in endpoint.Page?.HandlerMethods.SelectMany(handler => handler.Parameters) ?? [])
        {
            fields.AddRange(Values(parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType, victim, id, depth: 0));
        }

        foreach (var property in endpoint.Page?.BoundProperties ?? [])
        {
            if (property.BindingInfo?.BindingSource == BindingSource.Query)
            {
                fields.AddRange(Values(property.BindingInfo.BinderModelName ?? property.Name, property.ParameterType, victim, id, depth: 0));
            }
        }

        return "?" + string.Join('&', fields.DistinctBy(field => field.Key).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
    }

    private static IEnumerable<KeyValuePair<string, string>> FormOf(PortalEndpoint endpoint, Victim victim, Guid id) =>
        endpoint.Page!.BoundProperties.SelectMany(property => Values(property.BindingInfo?.BinderModelName ?? property.Name, property.ParameterType, victim, id, depth: 0));

    // What a form could hold, by the type of each field: the victim's identity wherever text could be one.
    private static IEnumerable<KeyValuePair<string, string>> Values(string name, Type type, Victim victim, Guid id, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (depth > 3 || type == typeof(CancellationToken))
        {
            return [];
        }

        if (type == typeof(Guid))
        {
            return [new(name, (name.EndsWith("RequestKey", StringComparison.Ordinal) ? Guid.NewGuid() : id).ToString())];
        }

        if (type == typeof(string))
        {
            return [new(name, name.EndsWith("Address", StringComparison.Ordinal) ? "https://attacker.example/" : victim.Word)];
        }

        if (type == typeof(DateOnly))
        {
            return [new(name, "2016-10-01")];
        }

        if (type == typeof(TimeOnly))
        {
            return [new(name, "10:00")];
        }

        if (type == typeof(bool))
        {
            return [new(name, "true")];
        }

        if (type.IsEnum)
        {
            return [new(name, Enum.GetNames(type)[0])];
        }

        if (type.IsPrimitive || type == typeof(decimal))
        {
            return [new(name, "1")];
        }

        if (typeof(IDictionary).IsAssignableFrom(type))
        {
            return [new($"{name}[{id}]", "1")];
        }

        if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            return [new(name, id.ToString())];
        }

        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true })
            .SelectMany(property => Values($"{name}.{property.Name}", property.PropertyType, victim, id, depth + 1));
    }

    /// <summary>A district with a trigger, a duty, a record and a part passed to a sub-unit, whose words nobody else has.</summary>
    private sealed record Victim(
        PortalServer Server, TestAgency Agency, string Word, string Secret, Guid Obligation, Guid Disclosure, Guid Trigger, TestAgency Unit, Guid Part)
    {
        public IEnumerable<Guid> Ids => [Obligation, Disclosure, Trigger, Agency.Id, Part, Unit.Id];

        public static async Task<Victim> CreateAsync(PortalServer server)
        {
            // The word may be sent, and so come back; the secret stands beside it and may not.
            var word = "word" + Guid.NewGuid().ToString("N")[..8];
            var secret = "secret" + Guid.NewGuid().ToString("N");
            var district = await TestDistrict.CreateAsync(server, units: 1);
            var agency = district.Agency;
            var duties = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(Day), $"{word} {secret}");
            await agency.OweAsync(server.Plan.First(DeadlineRuleKind.Periodic));
            var logged = await agency.LogAsync($"{word} {secret}", Day.AddDays(3), [duties[0].Id]);
            var passed = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(Day.AddDays(1)), $"{word} {secret}"))[0];
            await district.PassAsync(passed.Id, RollUpMode.All, $"{word} {secret}");
            var part = await TestDistrict.PartOfAsync(district.Units[0], passed.Id);
            await district.Units[0].LogAsync($"{word} {secret}", Day.AddDays(3), [part]);
            return new(server, agency, word, secret, duties[0].Id, logged.DisclosureId!.Value, duties[0].TriggerId!.Value, district.Units[0], part);
        }

        public async Task AssertUntouchedAsync()
        {
            Assert.Equal(1L, await Sql.ScalarAsync<long>(Server.Administrator, "SELECT count(*) FROM gov.disclosure WHERE agency_id = $1 AND withdrawn_at IS NULL", Agency.Id));
            Assert.Equal(1L, await Sql.ScalarAsync<long>(Server.Administrator, "SELECT count(*) FROM gov.fulfilment WHERE agency_id = $1 AND valid_to IS NULL", Agency.Id));
            Assert.Equal(2L, await Sql.ScalarAsync<long>(Server.Administrator, "SELECT count(*) FROM gov.audit_entry WHERE agency_id = $1", Agency.Id));
            Assert.Equal(2L, await Sql.ScalarAsync<long>(Server.Administrator, "SELECT count(*) FROM gov.audit_entry WHERE agency_id = $1", Unit.Id));
            Assert.Equal(1L, await Sql.ScalarAsync<long>(Server.Administrator, "SELECT count(*) FROM gov.duty_part WHERE agency_id = $1 AND taken_back_at IS NULL", Agency.Id));
        }
    }
}
