using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Architecture;

/// <summary>An agency with a row of each kind that an agency may have, whose words nobody else has.</summary>
internal sealed record Victim(PortalServer Server, TestAgency Agency, string Word, string Secret)
{
    private static readonly DateOnly Day = new(2016, 9, 9);

    private string? _rows;

    public Guid Obligation { get; private init; }

    /// <summary>A duty that is still to be done, with a reminder and a request.</summary>
    public Guid Owed { get; private init; }

    public Guid Disclosure { get; private init; }

    public Guid Trigger { get; private init; }

    public Guid Notice { get; private init; }

    public Guid Reply { get; private init; }

    public Guid Request { get; private init; }

    /// <summary>The sub-unit that a duty was passed to; <see langword="null"/> where the victim is a sub-unit itself.</summary>
    public TestAgency? Unit { get; private init; }

    /// <summary>That sub-unit's part.</summary>
    public Guid Part { get; private init; }

    /// <summary>A case with an exemption that waits.</summary>
    public Guid Case { get; private init; }

    /// <summary>A published case that was taken down.</summary>
    public Guid TakenDown { get; private init; }

    /// <summary>A trigger of another kind.</summary>
    public Guid Event { get; private init; }

    /// <summary>A file of cases between its preview and its registration.</summary>
    public Guid Import { get; private init; }

    /// <summary>Every identity that somebody else might send.</summary>
    public IEnumerable<Guid> Ids =>
        new[] { Obligation, Owed, Disclosure, Trigger, Notice, Reply, Request, Agency.Id, Part, Unit?.Id ?? Guid.Empty, Case, TakenDown, Event, Import }
            .Where(id => id != Guid.Empty);

    /// <summary>Makes a district with a sub-unit, or a sub-unit of a district.</summary>
    public static async Task<Victim> CreateAsync(PortalServer server, bool isSubUnit = false)
    {
        // The word may be sent, and so come back; the secret stands beside it and may not.
        var word = "word" + Guid.NewGuid().ToString("N")[..8];
        var secret = "secret" + Guid.NewGuid().ToString("N");
        var words = $"{word} {secret}";
        var district = await TestDistrict.CreateAsync(server, units: 1);
        var agency = isSubUnit ? district.Units[0] : district.Agency;
        var duties = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(Day), words);
        var periods = await agency.OweAsync(server.Plan.First(DeadlineRuleKind.Periodic));
        var owed = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 10, 11)), words))[0];
        var logged = await agency.LogAsync(words, Day.AddDays(3), [duties[0].Id]);
        await agency.AskAsync(owed.Id, new DateOnly(2016, 12, 1), words);
        var (notice, reply) = await RemindedAsync(server, agency.Id, owed.Id, words);
        var victim = new Victim(server, agency, word, secret)
        {
            Obligation = duties[0].Id,
            Owed = owed.Id,
            Disclosure = logged.DisclosureId!.Value,
            Trigger = duties[0].TriggerId!.Value,
            Notice = notice,
            Reply = reply,
            Request = (await agency.RequestAsync(owed.Id)).Id,
        };
        if (!isSubUnit)
        {
            await district.PassAsync(periods[^1].Id, RollUpMode.All, words);
            victim = victim with { Unit = district.Units[0], Part = await TestDistrict.PartOfAsync(district.Units[0], periods[^1].Id) };
        }

        victim = await WithCasesAsync(victim, words);
        return victim with { _rows = await victim.RowsAsync() };
    }

    /// <summary>Every row of the victim's and of its sub-unit's stands as it stood.</summary>
    public async Task AssertUntouchedAsync() => Assert.Equal(_rows, await RowsAsync());

    private static async Task<Victim> WithCasesAsync(Victim victim, string words)
    {
        await victim.Agency.JoinAsync(TriggerKind.PenaltyDecision);
        await victim.Agency.JoinAsync(TriggerKind.PolicyDocument);
        await using var cases = new Cases(victim.Agency.Open());
        var waiting = await cases.RegisterAsync(Cases.Draft() with { Title = words, PartyName = words, Facts = words });
        await cases.Exemptions.AskAsync(waiting, ExemptionScope.Part, ExemptionGround.Privacy, words, CancellationToken.None);
        var down = await cases.RegisterAsync(Cases.Draft() with { Title = words, PartyName = words, Facts = words });
        var published = await cases.PublishAsync(victim.Server, down);
        await cases.Publication.TakeDownAsync(down, words, wasMistake: true, CancellationToken.None);
        var happened = await cases.Events.RegisterAsync(
            Guid.NewGuid(), new EventDraft(TriggerKind.PolicyDocument, null, words, words, Day, null), CancellationToken.None);
        var file = System.Text.Encoding.UTF8.GetBytes($"案件名称,文号,决定日期\n{words},{words},2016-09-09\n");
        var import = await cases.Import.UploadAsync("a.csv", file, CancellationToken.None);
        return victim with { Case = waiting, Event = happened.EventId!.Value, Import = import.ImportId!.Value, TakenDown = published.PublishedId!.Value };
    }

    // In every table that has an agency, those made later too.
    private async Task<string> RowsAsync()
    {
        var tables = await Sql.ListAsync(Server.Administrator, """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'agency_id' AND NOT a.attisdropped
            WHERE c.relnamespace = 'gov'::regnamespace AND c.relkind = 'r' ORDER BY 1
            """);
        var lines = new List<string>();
        foreach (var table in tables)
        {
            lines.Add(table + " " + await Sql.ScalarAsync<string>(
                Server.Administrator,
                $"SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM gov.{table} t WHERE agency_id = ANY ($1)",
                (Guid[])[Agency.Id, Unit?.Id ?? Agency.Id]));
        }

        return string.Join('\n', lines);
    }

    // The office cannot remind a sub-unit; should it ever have been, nobody else may learn of it.
    private static async Task<(Guid Notice, Guid Reply)> RemindedAsync(PortalServer server, Guid agency, Guid duty, string words)
    {
        var (notice, reply) = (Guid.NewGuid(), Guid.NewGuid());
        await Sql.RunAsync(server.Administrator, """
            INSERT INTO gov.supervision_notice (agency_id, id, batch_id, year, number, message, reply_by, sent_at, sent_by_name, is_sample)
            SELECT $1, $2, $2, 1900, coalesce(max(number), 0) + 1 + floor(random() * 1000000)::int, $3, '2016-10-25', now(), '', false
            FROM gov.supervision_notice WHERE year = 1900
            """, agency, notice, words);
        await Sql.RunAsync(server.Administrator, "INSERT INTO gov.supervision_item (agency_id, notice_id, obligation_id) VALUES ($1, $2, $3)", agency, notice, duty);
        await Sql.RunAsync(server.Administrator, """
            INSERT INTO gov.supervision_reply (agency_id, id, request_key, notice_id, text, replied_at, replied_by_name)
            VALUES ($1, $2, $2, $3, $4, now(), '')
            """, agency, reply, notice, words);
        return (notice, reply);
    }
}
