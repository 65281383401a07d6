using GovDisclosure.TestCommon;
using Npgsql;

namespace GovDisclosure.Benchmarks;

/// <summary>Gives an agency a register as large as a city's market regulator gathers in years: copies of its sample cases, each state in its share.</summary>
internal static class ManyCases
{
    /// <summary>Copies every penalty case of the agency, with its duty, its publication and all that hangs on them, until there are as many as asked for.</summary>
    public static async Task AddAsync(PortalServer server, string agencyCode, int cases)
    {
        await using var connection = await server.Administrator.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Statements, connection) { CommandTimeout = 600 };
        await using (var setting = new NpgsqlCommand("SELECT set_config('bench.agency', $1, false), set_config('bench.cases', $2, false)", connection))
        {
            setting.Parameters.AddWithValue(agencyCode);
            setting.Parameters.AddWithValue(cases.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await setting.ExecuteNonQueryAsync();
        }

        await command.ExecuteNonQueryAsync();
    }

    // A copy is its original's row with other identities, by way of JSON: the columns need no naming here. Copies lie a minute apart, so
    // that no two have one place in a list.
    private const string Statements = """
        CREATE TEMPORARY TABLE copy AS
        SELECT c.agency_id, c.id AS case_id, c.trigger_id, c.obligation_id, n, gen_random_uuid() AS new_case, gen_random_uuid() AS new_trigger,
          gen_random_uuid() AS new_obligation, make_interval(mins => n) AS later
        FROM gov.penalty_case c
        JOIN gov.agency a ON a.id = c.agency_id AND a.code = current_setting('bench.agency'),
        generate_series(1, current_setting('bench.cases')::int) n
        ORDER BY n, c.id
        LIMIT current_setting('bench.cases')::int;

        INSERT INTO gov.trigger_event
        SELECT (jsonb_populate_record(t, jsonb_build_object('id', new_trigger, 'reference', t.reference || '-' || n, 'occurred_at', t.occurred_at - later))).*
        FROM copy JOIN gov.trigger_event t ON t.agency_id = copy.agency_id AND t.id = copy.trigger_id;

        INSERT INTO gov.obligation
        SELECT (jsonb_populate_record(o, jsonb_build_object(
          'id', new_obligation, 'trigger_id', new_trigger, 'occurrence_key', left(new_obligation::text, 60), 'original_due_at', o.original_due_at - later))).*
        FROM copy JOIN gov.obligation o ON o.agency_id = copy.agency_id AND o.id = copy.obligation_id;

        INSERT INTO gov.obligation_standing
        SELECT (jsonb_populate_record(s, jsonb_build_object('obligation_id', new_obligation, 'due_at', s.due_at - later))).*
        FROM copy JOIN gov.obligation_standing s ON s.agency_id = copy.agency_id AND s.obligation_id = copy.obligation_id;

        INSERT INTO gov.penalty_case
        SELECT (jsonb_populate_record(c, jsonb_build_object(
          'id', new_case, 'trigger_id', new_trigger, 'obligation_id', new_obligation, 'request_key', gen_random_uuid(), 'corrects_case_id', NULL,
          'correction_reason', NULL))).*
        FROM copy JOIN gov.penalty_case c ON c.agency_id = copy.agency_id AND c.id = copy.case_id;

        CREATE TEMPORARY TABLE published AS
        SELECT copy.*, f.disclosure_id, gen_random_uuid() AS new_disclosure
        FROM copy JOIN gov.fulfilment f ON f.agency_id = copy.agency_id AND f.obligation_id = copy.obligation_id AND f.valid_to IS NULL;

        INSERT INTO gov.disclosure
        SELECT (jsonb_populate_record(d, jsonb_build_object('id', new_disclosure, 'request_key', gen_random_uuid()))).*
        FROM published JOIN gov.disclosure d ON d.agency_id = published.agency_id AND d.id = published.disclosure_id;

        INSERT INTO gov.fulfilment
        SELECT (jsonb_populate_record(f, jsonb_build_object('obligation_id', new_obligation, 'disclosure_id', new_disclosure))).*
        FROM published JOIN gov.fulfilment f
          ON f.agency_id = published.agency_id AND f.obligation_id = published.obligation_id AND f.disclosure_id = published.disclosure_id AND f.valid_to IS NULL;

        INSERT INTO gov.published_case
        SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'case_id', new_case, 'disclosure_id', new_disclosure, 'corrects_case_id', NULL))).*
        FROM published JOIN gov.published_case p ON p.agency_id = published.agency_id AND p.disclosure_id = published.disclosure_id;

        ANALYZE;
        """;
}
