-- Notices of days off as facts, and the open duties that they move.
-- Immutable once merged: a change is a new script run by a new migration.

-- As in 0005: what the constraint forbids stays forbidden, but by a hash of eight bytes and not by a text of seventy. A change of the calendar
-- may end and begin a million stretches, at a third of the cost (bench/README.md). Two duties of one hash would be refused a stretch that
-- overlaps: once in some ten million cities of a million duties.
ALTER TABLE gov.obligation_standing DROP CONSTRAINT ex_obligation_standing_valid;
ALTER TABLE gov.obligation_standing ADD CONSTRAINT ex_obligation_standing_valid
  EXCLUDE USING gist (uuid_hash_extended(obligation_id, uuid_hash_extended(agency_id, 0)) WITH =, tstzrange(valid_from, valid_to) WITH &&);

DO $$
DECLARE
  calendar_table text;
BEGIN
  FOREACH calendar_table IN ARRAY ARRAY['calendar_notice', 'calendar_notice_day']
  LOOP
    EXECUTE format('ALTER TABLE gov.%I ENABLE ROW LEVEL SECURITY', calendar_table);
    EXECUTE format('ALTER TABLE gov.%I FORCE ROW LEVEL SECURITY', calendar_table);
    -- Which days are worked is public; only the municipal office says so, and nobody changes what was said.
    EXECUTE format('CREATE POLICY all_read ON gov.%I FOR SELECT TO gov_public, gov_app, gov_office, gov_admin, gov_engine, gov_owner USING (true)', calendar_table);
    EXECUTE format('CREATE POLICY office_inserts ON gov.%I FOR INSERT TO gov_office WITH CHECK (true)', calendar_table);
  END LOOP;
END $$;
GRANT SELECT ON gov.calendar_notice, gov.calendar_notice_day TO gov_public, gov_app, gov_office, gov_admin, gov_engine;
GRANT INSERT ON gov.calendar_notice, gov.calendar_notice_day TO gov_office;

-- What is only prepared is the office's alone.
ALTER TABLE gov.calendar_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE gov.calendar_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY office_reads ON gov.calendar_draft FOR SELECT TO gov_office USING (true);
CREATE POLICY office_inserts ON gov.calendar_draft FOR INSERT TO gov_office WITH CHECK (true);
GRANT SELECT, INSERT ON gov.calendar_draft TO gov_office;

-- The open duties of rules whose due date is counted by the calendar, with the day that the count starts from, and what else it follows from:
-- several bases, and what the office granted to the clock, as JSON; null where there is neither, as with nearly all. Where no trigger started the
-- count, a date that the office named stays as it is; a part follows the duty that it is a part of. Row security applies to the caller.
CREATE FUNCTION gov.counted_duties(p_rule_ids uuid[])
RETURNS TABLE (agency_id uuid, id uuid, rule_id uuid, start_on date, clock text, valid_from timestamptz, due_at timestamptz)
LANGUAGE sql STABLE
AS $$
  SELECT o.agency_id, o.id, o.rule_id,
    coalesce(((t.occurred_at + interval '8 hours') AT TIME ZONE 'UTC')::date, o.window_start),
    CASE WHEN t.id IS NOT NULL AND (bases.all_of IS NOT NULL OR grants.obligation_id IS NOT NULL) THEN
      jsonb_build_object('bases', bases.all_of, 'extended', grants.extended, 'stops', grants.stops, 'until', grants.until)::text END,
    s.valid_from, s.due_at
  FROM gov.obligation o
  JOIN gov.obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL AND s.disposition = 'open'
  LEFT JOIN gov.trigger_event t ON t.agency_id = o.agency_id AND t.id = o.trigger_id
  LEFT JOIN (
    SELECT b.agency_id, b.obligation_id, jsonb_agg(jsonb_build_object('kind', b.kind, 'value', b.value) ORDER BY b.ordinal) AS all_of
    FROM gov.obligation_basis b GROUP BY b.agency_id, b.obligation_id
  ) bases ON bases.agency_id = o.agency_id AND bases.obligation_id = o.id
  LEFT JOIN (
    SELECT r.agency_id, r.obligation_id, sum(d.extend_by) AS extended, max(d.due_on) AS until,
      jsonb_agg(jsonb_build_array(r.stop_from, r.stop_to) ORDER BY r.stop_from, r.stop_to) FILTER (WHERE r.stop_from IS NOT NULL) AS stops
    FROM gov.duty_request r
    JOIN gov.request_decision d ON d.agency_id = r.agency_id AND d.request_id = r.id AND d.granted AND d.revoked_at IS NULL
    WHERE r.kind <> 'exemption'
    GROUP BY r.agency_id, r.obligation_id
  ) grants ON grants.agency_id = o.agency_id AND grants.obligation_id = o.id
  WHERE o.rule_id = ANY (p_rule_ids) AND o.passed_obligation_id IS NULL AND (t.id IS NOT NULL OR grants.until IS NULL)
    AND (SELECT count(*) FROM gov.fulfilment x
      WHERE x.agency_id = o.agency_id AND x.obligation_id = o.id AND x.valid_to IS NULL AND (o.target IS NULL OR x.reported_value >= o.target)
    ) < o.required_count
    AND NOT EXISTS (SELECT FROM gov.rolled_up_fulfilment r WHERE r.agency_id = o.agency_id AND r.obligation_id = o.id AND r.valid_to IS NULL)
$$;

-- Those whose due date the calendar puts elsewhere: the caller has counted the due date of each rule, day and clock.
CREATE FUNCTION gov.calendar_moves(p_rule_ids uuid[], p_starts date[], p_clocks text[], p_dues timestamptz[])
RETURNS TABLE (agency_id uuid, id uuid, valid_from timestamptz, due_at timestamptz, new_due_at timestamptz)
LANGUAGE sql STABLE
AS $$
  SELECT duty.agency_id, duty.id, duty.valid_from, duty.due_at, counted.due_at
  FROM unnest(p_rule_ids, p_starts, p_clocks, p_dues) AS counted(rule_id, start_on, clock, due_at)
  JOIN gov.counted_duties(ARRAY(SELECT DISTINCT id FROM unnest(p_rule_ids) AS given(id))) duty
    ON duty.rule_id = counted.rule_id AND duty.start_on = counted.start_on AND coalesce(duty.clock, '') = coalesce(counted.clock, '')
  WHERE duty.due_at <> counted.due_at
$$;

-- From which days and by which clocks the rules are counted, of all agencies: days and numbers, and nothing of whose they are.
CREATE FUNCTION gov.counted_starts(p_rule_ids uuid[])
RETURNS TABLE (rule_id uuid, start_on date, clock text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$ SELECT DISTINCT duty.rule_id, duty.start_on, duty.clock FROM counted_duties(p_rule_ids) duty $$;

-- Gives every such duty its new due date, of all agencies, and each part that was due on the day of its whole the same. What was known until
-- then stays known of then. A second call finds nothing left to move.
CREATE FUNCTION gov.move_due_dates(
  p_rule_ids uuid[], p_starts date[], p_clocks text[], p_dues timestamptz[], p_note text, p_actor_name text, p_at timestamptz)
RETURNS TABLE (moved int, below int)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  WITH whole AS MATERIALIZED (
    SELECT * FROM calendar_moves(p_rule_ids, p_starts, p_clocks, p_dues)
  ), moving AS (
    SELECT agency_id, id, valid_from, new_due_at FROM whole
    UNION ALL
    SELECT part.agency_id, part.id, s.valid_from, whole.new_due_at
    FROM whole
    JOIN obligation part ON part.passed_by_agency_id = whole.agency_id AND part.passed_obligation_id = whole.id
    JOIN obligation_standing s ON s.agency_id = part.agency_id AND s.obligation_id = part.id
      AND s.valid_to IS NULL AND s.disposition = 'open' AND s.due_at = whole.due_at
    WHERE (SELECT count(*) FROM fulfilment x
      WHERE x.agency_id = part.agency_id AND x.obligation_id = part.id AND x.valid_to IS NULL AND (part.target IS NULL OR x.reported_value >= part.target)
    ) < part.required_count
  ), ended AS (
    UPDATE obligation_standing s SET valid_to = greatest(p_at, s.valid_from + interval '1 microsecond')
    FROM moving
    WHERE s.agency_id = moving.agency_id AND s.obligation_id = moving.id AND s.valid_from = moving.valid_from AND s.valid_to IS NULL
    RETURNING s.agency_id, s.obligation_id, s.valid_to, moving.new_due_at
  ), begun AS (
    INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name)
    SELECT agency_id, obligation_id, valid_to, new_due_at, 'open', 'calendar_changed', p_note, p_actor_name FROM ended
  )
  -- What belongs to districts' sub-units is counted by itself: the office sees no more of it than that.
  SELECT (count(*) FILTER (WHERE agency_id NOT IN (SELECT sub_units())))::int, (count(*) FILTER (WHERE agency_id IN (SELECT sub_units())))::int FROM ended
$$;

GRANT EXECUTE ON FUNCTION gov.counted_duties, gov.calendar_moves TO gov_office, gov_engine;
GRANT EXECUTE ON FUNCTION gov.counted_starts, gov.move_due_dates TO gov_office;
GRANT CREATE ON SCHEMA gov TO gov_engine;
ALTER FUNCTION gov.counted_starts OWNER TO gov_engine;
ALTER FUNCTION gov.move_due_dates OWNER TO gov_engine;
REVOKE CREATE ON SCHEMA gov FROM gov_engine;
