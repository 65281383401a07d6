using System.Globalization;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Agencies;

/// <summary>One group of the list.</summary>
public sealed record GroupLine(Guid Id, string Phrase, string EnglishName, bool ToConfirm, int Members, int Tasks)
{
    /// <summary>Names what was seen, so that a form that has grown stale can be told.</summary>
    public string Seen => GroupQueries.SeenOf(Phrase, EnglishName, ToConfirm);
}

/// <summary>One stretch of membership of a group.</summary>
public sealed record GroupMemberLine(Guid AgencyId, string Code, string ShortName, string EnglishName, AgencyKind Kind, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>Reads groups of agencies for administrators.</summary>
public sealed class GroupQueries(GovDbContext db, BeijingClock clock)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 50;

    /// <summary>A page of the groups, by their phrase.</summary>
    public async Task<Page<GroupLine>> ListAsync(PagePlace place, CancellationToken cancellationToken)
    {
        var rows = db.AgencyGroups.AsQueryable();
        if (place.After is { } after)
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Phrase, row.Id), ValueTuple.Create(after, PageExtensions.LastId)));
        }
        else if (place.Before is { } before)
        {
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.Phrase, row.Id), ValueTuple.Create(before, Guid.Empty)));
        }

        rows = place.Backwards ? rows.OrderByDescending(row => row.Phrase) : rows.OrderBy(row => row.Phrase);
        var found = await Lines(rows.Take(PageSize + 1)).ToListAsync(cancellationToken);
        return found.ToPage(PageSize, place, await db.AgencyGroups.CountAsync(cancellationToken), row => row.Phrase);
    }

    /// <summary>The phrases of all groups, in their order; a city has some dozens.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Phrase)>> PhrasesAsync(CancellationToken cancellationToken) =>
        [.. (await db.AgencyGroups.OrderBy(row => row.Phrase).Select(row => new { row.Id, row.Phrase }).ToListAsync(cancellationToken)).Select(row => (row.Id, row.Phrase))];

    /// <summary>One group; <see langword="null"/> where there is none with this identity.</summary>
    public Task<GroupLine?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Lines(db.AgencyGroups.Where(row => row.Id == id)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>A page of a group's members by code, past ones too.</summary>
    public async Task<Page<GroupMemberLine>> MembersAsync(Guid id, bool presentOnly, PagePlace place, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var all =
            from member in db.AgencyGroupMembers
            where member.GroupId == id && (!presentOnly || member.ValidTo == null || member.ValidTo >= today)
            join agency in db.Agencies on member.MemberAgencyId equals agency.Id
            select new { member, agency };
        var rows = all;
        if (ReadPlace(place.After) is var (after, afterDay))
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(
                ValueTuple.Create(row.agency.Code, row.member.ValidFrom), ValueTuple.Create(after, afterDay)));
        }
        else if (ReadPlace(place.Before) is var (before, beforeDay))
        {
            rows = rows.Where(row => EF.Functions.LessThan(
                ValueTuple.Create(row.agency.Code, row.member.ValidFrom), ValueTuple.Create(before, beforeDay)));
        }

        rows = place.Backwards
            ? rows.OrderByDescending(row => row.agency.Code).ThenByDescending(row => row.member.ValidFrom)
            : rows.OrderBy(row => row.agency.Code).ThenBy(row => row.member.ValidFrom);
        var found = await rows.Take(PageSize + 1).Select(row => new GroupMemberLine(
            row.agency.Id, row.agency.Code, row.agency.ShortName, row.agency.EnglishName, row.agency.Kind, row.member.ValidFrom, row.member.ValidTo))
            .ToListAsync(cancellationToken);
        return found.ToPage(
            PageSize, place, await all.CountAsync(cancellationToken),
            row => string.Create(CultureInfo.InvariantCulture, $"{row.Code}~{row.ValidFrom:yyyy-MM-dd}"));
    }

    internal static string SeenOf(string phrase, string englishName, bool toConfirm) => AgencyRegisterQueries.SeenOf([phrase, englishName, toConfirm]);

    private static (string Code, DateOnly Day)? ReadPlace(string? word) =>
        word?.Split('~') is [var code, var day] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            ? (code, from)
            : null;

    private IQueryable<GroupLine> Lines(IQueryable<AgencyGroup> groups)
    {
        var today = clock.Today;
        return groups.Select(row => new GroupLine(
            row.Id, row.Phrase, row.EnglishName, row.ToConfirm,
            db.AgencyGroupMembers.Count(member => member.GroupId == row.Id && member.ValidFrom <= today && (member.ValidTo == null || member.ValidTo >= today)),
            db.Assignments.Where(assignment => assignment.AssigneeGroupId == row.Id && assignment.EndedAt == null
                && db.Tasks.Any(task => task.Id == assignment.TaskId && task.EndedAt == null)).Select(assignment => assignment.TaskId).Distinct().Count()));
    }
}
