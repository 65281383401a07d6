using GovDisclosure.Data.Seeding;
using GovDisclosure.Domain.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Accounts;

/// <summary>A sample person's sign-in, printed at start.</summary>
public sealed record SampleSignIn(string UserName, string AgencyName, string Role);

/// <summary>
/// Makes sample people for a development portal: somebody for every agency. Never called in Production, where no account exists that
/// nobody made.
/// </summary>
public sealed class SamplePeople(GovDbContext db, AccountsDbContext accounts, IPasswordHasher<Person> hasher, ILookupNormalizer normalizer)
{
    /// <summary>The password of every sample person.</summary>
    public const string Password = "Openness-2016";

    private static readonly string[] WithReviewerAndLead = ["gongshang", "zhichan", "huanbao", "dongcheng"];

    /// <summary>The sign-ins worth printing: one for each kind of user.</summary>
    public static IReadOnlyList<SampleSignIn> Highlights { get; } =
    [
        new("gongshang.clerk", "市工商局", PersonRole.Clerk),
        new("gongshang.reviewer", "市工商局", PersonRole.Reviewer),
        new("gongshang.lead", "市工商局", PersonRole.AgencyLead),
        new("dongcheng.district", "东城区", PersonRole.District),
        new("dongcheng-jiedao.clerk", "东城区样例街道", PersonRole.Clerk),
        new("office", "市政府办公厅", PersonRole.MunicipalOffice),
        new("admin", "市政府办公厅", PersonRole.Administrator),
    ];

    /// <summary>Makes whoever is missing.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await EnsureRolesAsync(accounts, normalizer, cancellationToken);
        // Nobody for an agency that an administrator made: whoever is to sign in there is made there too.
        var agencies = await db.Agencies
            .Where(agency => agency.Source.StartsWith(ReferenceData.AgenciesFile) || agency.Source == SampleSubUnits.Source)
            .OrderBy(agency => agency.Code).ToListAsync(cancellationToken);
        var known = await accounts.Users.Where(person => person.IsSample).Select(person => person.AgencyId).Distinct().ToHashSetAsync(cancellationToken);
        var missing = agencies.FindAll(agency => !known.Contains(agency.Id));
        if (missing.Count == 0)
        {
            return;
        }

        var roles = await accounts.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id, cancellationToken);
        // One hash for all: they share the password, and hashing it a hundred times would cost the first start five seconds.
        string? hash = null;
        foreach (var agency in missing)
        {
            foreach (var (userName, name, personRoles) in PeopleOf(agency))
            {
                var person = new Person
                {
                    Id = Guid.CreateVersion7(),
                    AgencyId = agency.Id,
                    DisplayName = name,
                    UserName = userName,
                    NormalizedUserName = normalizer.NormalizeName(userName),
                    SecurityStamp = Guid.NewGuid().ToString("N"),
                    LockoutEnabled = true,
                    IsSample = true,
                };
                person.PasswordHash = hash ??= hasher.HashPassword(person, Password);
                accounts.Users.Add(person);
                accounts.UserRoles.AddRange(personRoles.Select(role => new IdentityUserRole<Guid> { UserId = person.Id, RoleId = roles[role] }));
            }
        }

        SampleAccounts.Add(accounts, normalizer, await db.Agencies.SingleAsync(agency => agency.Code == SampleAccounts.AgencyCode, cancellationToken), roles[PersonRole.Clerk]);
        await accounts.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Makes the roles that are missing.</summary>
    public static async Task EnsureRolesAsync(AccountsDbContext accounts, ILookupNormalizer normalizer, CancellationToken cancellationToken)
    {
        var known = await accounts.Roles.Select(role => role.Name!).ToListAsync(cancellationToken);
        accounts.Roles.AddRange(PersonRole.All.Except(known).Select(name => new IdentityRole<Guid>(name)
        {
            Id = Guid.CreateVersion7(),
            NormalizedName = normalizer.NormalizeName(name),
        }));
        await accounts.SaveChangesAsync(cancellationToken);
    }

    private static IEnumerable<(string UserName, string Name, string[] Roles)> PeopleOf(Agency agency)
    {
        switch (agency.Kind)
        {
            case AgencyKind.MunicipalOffice:
                yield return ("office", "办公厅督查员", [PersonRole.MunicipalOffice, PersonRole.Clerk]);
                yield return ("admin", "平台管理员", [PersonRole.Administrator]);
                break;
            case AgencyKind.District:
                yield return ($"{agency.Code}.district", $"{agency.ShortName}经办人", [PersonRole.District]);
                break;
            default:
                yield return ($"{agency.Code}.clerk", $"{agency.ShortName}经办人", [PersonRole.Clerk]);
                break;
        }

        if (WithReviewerAndLead.Contains(agency.Code))
        {
            yield return ($"{agency.Code}.reviewer", $"{agency.ShortName}审核人", [PersonRole.Reviewer]);
            yield return ($"{agency.Code}.lead", $"{agency.ShortName}分管负责人", [PersonRole.AgencyLead]);
        }
    }
}
