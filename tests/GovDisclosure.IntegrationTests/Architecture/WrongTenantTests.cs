using System.Collections;
using System.Net;
using System.Reflection;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.TestCommon;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GovDisclosure.IntegrationTests.Architecture;

/// <summary>
/// Somebody else goes through every address of the portal with a victim's identities in every place that takes one: routes, queries and
/// forms, found by looking at the pages. Nothing of the victim may come back.
/// </summary>
public sealed class WrongTenantTests(PortalServer server)
{
    // What asks a list for a file.
    private const string Export = "export";

    [Theory]
    [InlineData(PersonRole.Clerk, AgencyKind.MunicipalDepartment)]
    [InlineData(PersonRole.District, AgencyKind.District)]
    [InlineData(PersonRole.Clerk, AgencyKind.DistrictSubUnit)]
    [InlineData(PersonRole.MunicipalOffice, AgencyKind.MunicipalOffice)]
    [InlineData(PersonRole.Administrator, AgencyKind.MunicipalDepartment)]
    [InlineData(null, AgencyKind.MunicipalDepartment)]
    public async Task Sweep_EveryAddress_ShowsNothingOfTheVictim(string? role, AgencyKind kind)
    {
        // The municipal office may see every agency, but no district's sub-units.
        var victim = await Victim.CreateAsync(server, isSubUnit: role == PersonRole.MunicipalOffice);
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
                // The register is in administrators' care: an agency's own identity rightly leads them to its entry, where nothing of what it owns stands.
                var isInTheirCare = role == PersonRole.Administrator && (id == victim.Agency.Id || id == victim.Unit?.Id) && endpoint.Page?.ViewEnginePath.StartsWith("/Admin/", StringComparison.Ordinal) is true;
                foreach (var handler in HandlersOf(endpoint, HttpMethod.Get))
                {
                    var answer = await client.GetAsync(PathOf(endpoint, id) + QueryOf(endpoint, victim, id) + handler);
                    AssertHarmless(answer, endpoint, victim, isSignedIn: role is not null, mayBeGone: false, isInTheirCare);
                }

                foreach (var handler in isInTheirCare ? [] : HandlersOf(endpoint, HttpMethod.Post))
                {
                    var fields = FormOf(endpoint, victim, id).ToList();
                    var form = fields.Append(KeyValuePair.Create("__RequestVerificationToken", token));
                    var answer = await client.PostAsync(PathOf(endpoint, id) + QueryOf(endpoint, victim, id) + handler, form);
                    // A form that takes no identity makes something of the sender's own, such as a group that has the word for its phrase.
                    AssertHarmless(answer, endpoint, victim, isSignedIn: role is not null, mayBeGone: fields.Exists(field => field.Value == id.ToString()));
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
        Assert.Contains(victim.Secret, (await client.GetAsync("/work/notices")).Body + (await client.GetAsync($"/work/notices/{victim.Notice}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/work/obligations/{victim.Owed}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/work/obligations/{victim.Owed}/request")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/work/cases?q={victim.Word}&state=all")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/work/cases/{victim.Case}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/work/cases/import/{victim.Import}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/work/events/{victim.Event}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/work/events?q={victim.Word}")).Body, StringComparison.Ordinal);
        foreach (var list in new[] { $"/work?district={victim.Agency.Agency.Code}&", "/work/disclosures?", $"/work/disclosures?duty={victim.Obligation}&", "/work/cases?state=all&", "/work/events?" })
        {
            Assert.Contains(victim.Secret, (await client.GetAsync($"{list}export=csv")).Body, StringComparison.Ordinal);
        }

        var unit = await server.Portal.SignInAsync(victim.Unit!.UserName);
        Assert.Contains(victim.Secret, (await unit.GetAsync($"/work/obligations/{victim.Part}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_TheMunicipalOffice_SeesTheSecretOfAnAgency()
    {
        var victim = await Victim.CreateAsync(server);
        var client = await server.Portal.SignInAsync((await TestAgency.CreateOfficeAsync(server)).UserName);
        var filter = $"agency={victim.Agency.Id}&state=all";

        Assert.Contains(victim.Secret, (await client.GetAsync($"/office/notices/{victim.Notice}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/office/requests/{victim.Request}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/office/disclosures?{filter}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/office/disclosures/{victim.Disclosure}")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/office/disclosures?{filter}&export=csv")).Body, StringComparison.Ordinal);
        Assert.Contains(victim.Secret, (await client.GetAsync($"/office/requests?{filter}&export=csv")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exports_ToTheMunicipalOffice_HoldNothingOfASubUnit()
    {
        var victim = await Victim.CreateAsync(server, isSubUnit: true);
        var client = await server.Portal.SignInAsync((await TestAgency.CreateOfficeAsync(server)).UserName);

        foreach (var list in new[] { "/office/notices?", "/office/requests?state=all&", $"/office/disclosures?state=all&words={victim.Word}&" })
        {
            var file = await client.GetAsync($"{list}export=csv");
            Assert.Equal(HttpStatusCode.OK, file.Status);
            Assert.DoesNotContain(victim.Secret, file.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Exports_OfEveryList_JoinTheSweep()
    {
        var swept = (await PortalEndpoints.OfAsync(server.Portal)).Where(HasFile).Select(endpoint => endpoint.Page!.ViewEnginePath).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "/Office/Corrections/Index", "/Office/Disclosures/Index", "/Office/Notices/Index", "/Office/Plans/Compare", "/Office/Requests/Index", "/Office/Tasks/Details", "/Public/Plan/Compare", "/Work/Cases/Index", "/Work/Disclosures/Index",
                "/Work/Districts/UnitDuties", "/Work/Districts/Units", "/Work/Events/Index", "/Work/Obligations/Index",
            ],
            swept);
    }

    [Theory]
    [InlineData("/office/notices")]
    [InlineData("/office/requests")]
    [InlineData("/office/disclosures")]
    [InlineData("/office/corrections")]
    public async Task Exports_ToAnAgency_Refused(string path)
    {
        var client = await server.Portal.SignInAsync((await TestAgency.CreateAsync(server)).UserName);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"{path}?export=csv")).Status);
    }

    private static void AssertHarmless(PortalPage answer, PortalEndpoint endpoint, Victim victim, bool isSignedIn, bool mayBeGone, bool isInTheirCare = false)
    {
        var what = $"{answer.Response.RequestMessage!.Method} {answer.Response.RequestMessage.RequestUri}: {(int)answer.Status}";
        Assert.False(answer.Body.Contains(victim.Secret, StringComparison.OrdinalIgnoreCase), what);
        Assert.False((int)answer.Status >= 500, what);
        if (endpoint.Page is null || endpoint.AllowsAnonymous || isInTheirCare)
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

    // The page itself and each handler that has a name of its own, as the query asks for it. Signing out would end the sweep.
    private static IEnumerable<string> HandlersOf(PortalEndpoint endpoint, HttpMethod method)
    {
        var names = endpoint.Page?.HandlerMethods.Where(handler => method.Method.Equals(handler.HttpMethod, StringComparison.OrdinalIgnoreCase)).Select(handler => handler.Name)
            ?? (method == HttpMethod.Get ? [null] : []);
        // A list that can be kept as a file is asked for that as well.
        var file = method == HttpMethod.Get && HasFile(endpoint) ? [$"&{Export}=csv"] : Array.Empty<string>();
        return method == HttpMethod.Post && endpoint.Page?.ViewEnginePath == "/Account/SignOut" ? []
            : [.. (method == HttpMethod.Get ? names.Append(null) : names).Distinct().Select(name => name is null ? "" : $"&handler={name}"), .. file];
    }

    private static bool HasFile(PortalEndpoint endpoint) =>
        endpoint.Page?.HandlerMethods.SelectMany(handler => handler.Parameters).Any(parameter => parameter.Name == Export) is true;

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
                // A place in a draft of a plan, which is the office's alone.
                "index" => "0",
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
        foreach (var name in (string[])["q", "words", "person", "for", "id", "task", "after", "before", "agency", "duty", "unit", "lead", "district"])
        {
            fields.Add(new(name, name is "for" or "id" or "agency" or "duty" or "unit" ? id.ToString() : victim.Word));
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

        fields.RemoveAll(field => field.Key == Export);
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

        if (name == "format")
        {
            return [new(name, "csv")];
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
}
