-- Whom a plan's tasks reach, said once.
-- Immutable once merged: a change is a new script run by a new migration.

-- Every agency that an attribution names, by itself or as a member of a group on the plan's day of issue, once for each task and in its strongest
-- role. Security invoker: plans and the register are public.
CREATE FUNCTION gov.task_reach(p_plan_id uuid)
RETURNS TABLE (task_id uuid, agency_id uuid, role varchar)
LANGUAGE sql STABLE
AS $$
  SELECT DISTINCT ON (named.task_id, named.agency_id) named.task_id, named.agency_id, named.role
  FROM (
    SELECT a.task_id, coalesce(a.assignee_agency_id, m.member_agency_id) AS agency_id, a.role
    FROM gov.disclosure_task task
    JOIN gov.work_plan plan ON plan.id = task.plan_id
    JOIN gov.assignment a ON a.task_id = task.id
    LEFT JOIN gov.agency_group_member m ON m.group_id = a.assignee_group_id
      AND m.valid_from <= plan.issued_on AND (m.valid_to IS NULL OR m.valid_to >= plan.issued_on)
    WHERE task.plan_id = p_plan_id
  ) named
  WHERE named.agency_id IS NOT NULL
  ORDER BY named.task_id, named.agency_id, array_position(ARRAY['lead', 'joint_lead', 'responsible', 'cooperating']::varchar[], named.role)
$$;
GRANT EXECUTE ON FUNCTION gov.task_reach TO gov_public, gov_app, gov_office, gov_admin, gov_engine, gov_owner;

-- As in 0003, by the reach above.
GRANT CREATE ON SCHEMA gov TO gov_engine;
SET LOCAL ROLE gov_engine;
CREATE OR REPLACE FUNCTION gov.materialise_obligations(
  p_plan_id uuid, p_rule_ids uuid[], p_keys text[], p_window_starts date[], p_window_ends date[], p_due_ats timestamptz[],
  p_required int[], p_targets numeric[], p_at timestamptz)
RETURNS int LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  WITH occurrence AS (
    SELECT * FROM unnest(p_rule_ids, p_keys, p_window_starts, p_window_ends, p_due_ats, p_required, p_targets)
      AS t(rule_id, occurrence_key, window_start, window_end, due_at, required_count, target)
  ), reached AS MATERIALIZED (
    SELECT * FROM task_reach(p_plan_id)
  ), made AS (
    INSERT INTO obligation (agency_id, id, plan_id, task_id, rule_id, occurrence_key, role, window_start, window_end, original_due_at,
      required_count, target, recorded_at)
    SELECT r.agency_id, gen_random_uuid(), p_plan_id, r.task_id, o.rule_id, o.occurrence_key, r.role, o.window_start, o.window_end, o.due_at,
      o.required_count, o.target, p_at
    FROM occurrence o
    JOIN task_rule rule ON rule.id = o.rule_id
    JOIN reached r ON r.task_id = rule.task_id
    ON CONFLICT (agency_id, rule_id, occurrence_key) WHERE passed_obligation_id IS NULL DO NOTHING
    RETURNING agency_id, id, original_due_at
  ), standing AS (
    INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason)
    SELECT agency_id, id, p_at, original_due_at, 'open', 'materialised' FROM made
    RETURNING 1
  )
  SELECT count(*)::int FROM standing
$$;
RESET ROLE;
REVOKE CREATE ON SCHEMA gov FROM gov_engine;
