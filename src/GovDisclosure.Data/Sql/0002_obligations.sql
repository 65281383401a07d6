-- Obligations over time: the state function, the facts at an instant, and the functions that look across tenants.
-- Immutable once merged: a change is a new script run by a new migration.

-- No two truths at one time.
ALTER TABLE gov.obligation_standing ADD CONSTRAINT ex_obligation_standing_valid
  EXCLUDE USING gist (agency_id WITH =, obligation_id WITH =, tstzrange(valid_from, valid_to) WITH &&);
ALTER TABLE gov.fulfilment ADD CONSTRAINT ex_fulfilment_valid
  EXCLUDE USING gist (agency_id WITH =, obligation_id WITH =, disclosure_id WITH =, tstzrange(valid_from, valid_to) WITH &&);

-- The one state function; the same as ObligationStates.Of in Domain, held equal by a property test.
CREATE FUNCTION gov.obligation_state(
  original_due_at timestamptz, due_at timestamptz, disposition text, fulfilled_at timestamptz, as_of timestamptz, due_soon_until timestamptz)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE
    WHEN disposition = 'exempt' THEN 'exempt'
    WHEN disposition = 'cancelled' THEN 'cancelled'
    WHEN fulfilled_at IS NOT NULL THEN CASE WHEN fulfilled_at <= due_at THEN 'fulfilled_on_time' ELSE 'fulfilled_late' END
    WHEN as_of > due_at THEN 'overdue'
    WHEN due_at <= due_soon_until THEN 'due_soon'
    WHEN due_at > original_due_at THEN 'extended'
    ELSE 'upcoming'
  END
$$;

-- The facts of each obligation as recorded before an instant, and its state. Security invoker: row security applies to the caller.
CREATE FUNCTION gov.obligations_at(p_known_before timestamptz, p_as_of timestamptz, p_due_soon_until timestamptz)
RETURNS TABLE (
  agency_id uuid, id uuid, plan_id uuid, task_id uuid, rule_id uuid, occurrence_key varchar, role varchar, window_start date, window_end date,
  original_due_at timestamptz, due_at timestamptz, disposition varchar, required_count int, target numeric, trigger_id uuid,
  published_count int, fulfilled_at timestamptz, state text)
LANGUAGE sql STABLE
AS $$
  SELECT o.agency_id, o.id, o.plan_id, o.task_id, o.rule_id, o.occurrence_key, o.role, o.window_start, o.window_end,
    o.original_due_at, s.due_at, s.disposition, o.required_count, o.target, o.trigger_id,
    coalesce(f.published_count, 0), f.fulfilled_at,
    gov.obligation_state(o.original_due_at, s.due_at, s.disposition, f.fulfilled_at, p_as_of, p_due_soon_until)
  FROM gov.obligation o
  JOIN gov.obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id
    AND s.valid_from < p_known_before AND (s.valid_to IS NULL OR s.valid_to >= p_known_before)
  LEFT JOIN LATERAL (
    -- The k-th publication completes an obligation that takes k.
    SELECT count(*)::int AS published_count, (array_agg(x.published_at ORDER BY x.published_at))[o.required_count] AS fulfilled_at
    FROM gov.fulfilment x
    WHERE x.agency_id = o.agency_id AND x.obligation_id = o.id
      AND x.valid_from < p_known_before AND (x.valid_to IS NULL OR x.valid_to >= p_known_before)
      AND (o.target IS NULL OR x.reported_value >= o.target)
  ) f ON true
$$;

-- Makes the obligations of a plan's rules: every occurrence for every agency that the rule's task reaches, in the strongest role.
-- Idempotent: an occurrence that an agency already has is left as it is. Runs as the engine, since it writes for every agency.
CREATE FUNCTION gov.materialise_obligations(
  p_plan_id uuid, p_rule_ids uuid[], p_keys text[], p_window_starts date[], p_window_ends date[], p_due_ats timestamptz[],
  p_required int[], p_targets numeric[], p_at timestamptz)
RETURNS int LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  WITH occurrence AS (
    SELECT * FROM unnest(p_rule_ids, p_keys, p_window_starts, p_window_ends, p_due_ats, p_required, p_targets)
      AS t(rule_id, occurrence_key, window_start, window_end, due_at, required_count, target)
  ), reached AS (
    SELECT DISTINCT ON (a.task_id, agency.id) a.task_id, agency.id AS agency_id, a.role
    FROM disclosure_task task
    JOIN assignment a ON a.task_id = task.id
    JOIN work_plan plan ON plan.id = task.plan_id
    JOIN agency ON agency.id = a.assignee_agency_id OR agency.id IN (
      SELECT m.member_agency_id FROM agency_group_member m
      WHERE m.group_id = a.assignee_group_id AND m.valid_from <= plan.issued_on AND (m.valid_to IS NULL OR m.valid_to >= plan.issued_on))
    WHERE task.plan_id = p_plan_id
    ORDER BY a.task_id, agency.id, array_position(ARRAY['lead', 'joint_lead', 'responsible', 'cooperating']::varchar[], a.role)
  ), made AS (
    INSERT INTO obligation (agency_id, id, plan_id, task_id, rule_id, occurrence_key, role, window_start, window_end, original_due_at,
      required_count, target, recorded_at)
    SELECT r.agency_id, gen_random_uuid(), p_plan_id, r.task_id, o.rule_id, o.occurrence_key, r.role, o.window_start, o.window_end, o.due_at,
      o.required_count, o.target, p_at
    FROM occurrence o
    JOIN task_rule rule ON rule.id = o.rule_id
    JOIN reached r ON r.task_id = rule.task_id
    ON CONFLICT (agency_id, rule_id, occurrence_key) DO NOTHING
    RETURNING agency_id, id, original_due_at
  ), standing AS (
    INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason)
    SELECT agency_id, id, p_at, original_due_at, 'open', 'materialised' FROM made
    RETURNING 1
  )
  SELECT count(*)::int FROM standing
$$;

-- Whether a task reaches the tenant, so that it may know how the others in it stand. The office may know of all.
CREATE FUNCTION gov.may_see_progress(p_rule_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  SELECT session_user = 'gov_office' OR EXISTS (
    SELECT FROM obligation own WHERE own.agency_id = (SELECT current_agency()) AND own.rule_id = p_rule_id)
$$;

-- '3 of 5' for occurrences of rules that reach the tenant: counts only.
CREATE FUNCTION gov.occurrence_progress(p_rule_ids uuid[], p_keys text[], p_known_before timestamptz)
RETURNS TABLE (rule_id uuid, occurrence_key varchar, total int, done int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  SELECT o.rule_id, o.occurrence_key, count(*)::int, count(o.fulfilled_at)::int
  FROM (SELECT DISTINCT w.rule_id, w.occurrence_key FROM unnest(p_rule_ids, p_keys) AS w(rule_id, occurrence_key)) wanted
  JOIN obligations_at(p_known_before, p_known_before, p_known_before) o
    ON o.rule_id = wanted.rule_id AND o.occurrence_key = wanted.occurrence_key
  WHERE o.disposition = 'open' AND may_see_progress(wanted.rule_id)
  GROUP BY o.rule_id, o.occurrence_key
$$;

-- The agencies that owe the same occurrence as one of the tenant's obligations, with what their state follows from. Nothing of what they
-- published is shown, and a trigger's clock is its agency's alone.
CREATE FUNCTION gov.obligation_peers(p_obligation_id uuid, p_known_before timestamptz)
RETURNS TABLE (
  peer_id uuid, role varchar, original_due_at timestamptz, due_at timestamptz, disposition varchar, fulfilled_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  SELECT peer.agency_id, peer.role, peer.original_due_at, peer.due_at, peer.disposition, peer.fulfilled_at
  FROM obligation own
  JOIN obligations_at(p_known_before, p_known_before, p_known_before) peer
    ON peer.rule_id = own.rule_id AND peer.occurrence_key = own.occurrence_key
  WHERE own.id = p_obligation_id AND (own.agency_id = (SELECT current_agency()) OR session_user = 'gov_office')
$$;

GRANT EXECUTE ON FUNCTION gov.current_agency, gov.obligation_state, gov.obligations_at TO gov_app, gov_office, gov_engine;
GRANT EXECUTE ON FUNCTION gov.may_see_progress, gov.occurrence_progress, gov.obligation_peers TO gov_app, gov_office;

-- The functions that look across tenants belong to a role that nobody can log in as, and whose policy lets it.
GRANT CREATE ON SCHEMA gov TO gov_engine;
ALTER FUNCTION gov.materialise_obligations OWNER TO gov_engine;
ALTER FUNCTION gov.may_see_progress OWNER TO gov_engine;
ALTER FUNCTION gov.occurrence_progress OWNER TO gov_engine;
ALTER FUNCTION gov.obligation_peers OWNER TO gov_engine;
REVOKE CREATE ON SCHEMA gov FROM gov_engine;

-- Only the set-up makes a plan's obligations; it calls the engine, it is not the engine.
SET LOCAL ROLE gov_engine;
GRANT EXECUTE ON FUNCTION gov.materialise_obligations TO gov_owner;
RESET ROLE;
