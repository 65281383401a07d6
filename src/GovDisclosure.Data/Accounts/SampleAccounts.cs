using System.Text.Json;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using Microsoft.AspNetCore.Identity;

namespace GovDisclosure.Data.Accounts;

/// <summary>Sample accounts in the states that the others are not in: one that waits for its password, one that was switched off.</summary>
internal static class SampleAccounts
{
    /// <summary>The agency that they belong to.</summary>
    public const string AgencyCode = "gongshang";

    private const string Administrator = "平台管理员";

    public static void Add(AccountsDbContext accounts, ILookupNormalizer normalizer, Agency agency, Guid clerk)
    {
        var former = Person(normalizer, agency, "former", "前任经办人", isActive: false);
        var waiting = Person(normalizer, agency, "new", "新任经办人", isActive: true);
        foreach (var person in new[] { former, waiting })
        {
            accounts.Users.Add(person);
            accounts.UserRoles.Add(new IdentityUserRole<Guid> { UserId = person.Id, RoleId = clerk });
        }

        accounts.Events.AddRange(
            Event(former, AccountActions.Created, new DateOnly(2016, 6, 1), 9),
            Event(former, AccountActions.Deactivated, new DateOnly(2016, 10, 17), 17),
            Event(waiting, AccountActions.Created, new DateOnly(2016, 10, 18), 9),
            Event(waiting, AccountActions.LinkIssued, new DateOnly(2016, 10, 18), 10));
    }

    private static Person Person(ILookupNormalizer normalizer, Agency agency, string suffix, string name, bool isActive)
    {
        var userName = $"{agency.Code}.{suffix}";
        return new Person
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency.Id,
            DisplayName = agency.ShortName + name,
            UserName = userName,
            NormalizedUserName = normalizer.NormalizeName(userName),
            SecurityStamp = PersonService.NewStamp(),
            LockoutEnabled = true,
            IsActive = isActive,
            IsSample = true,
        };
    }

    private static AccountEvent Event(Person person, string action, DateOnly day, int hour) => new()
    {
        At = BeijingTime.At(day, new TimeOnly(hour, 5)),
        AgencyId = person.AgencyId,
        ActorName = Administrator,
        Action = action,
        SubjectId = person.Id,
        Details = JsonSerializer.Serialize(new { person.UserName }),
    };
}
