-- A plan is revised within its year: what its tasks say from then on, and what becomes of the duties that are owed.
-- Immutable once merged: a change is a new script run by a new migration.

-- Revisions and earlier wordings are public as the plan is. The office writes the first; the second only the engine.
GRANT SELECT ON gov.plan_revision, gov.task_wording TO gov_app, gov_office, gov_public, gov_admin, gov_engine;
GRANT INSERT ON gov.plan_revision TO gov_office;
GRANT INSERT ON gov.task_wording TO gov_engine;

-- In which role a duty is owed belongs to who owes it. Only the engine writes it.
ALTER TABLE gov.obligation_role ENABLE ROW LEVEL SECURITY;
ALTER TABLE gov.obligation_role FORCE ROW LEVEL SECURITY;
CREATE POLICY app_reads ON gov.obligation_role FOR SELECT TO gov_app USING (
  agency_id = (SELECT gov.current_agency())
  OR agency_id IN (SELECT unit.id FROM gov.agency unit WHERE unit.parent_id = (SELECT gov.current_agency())));
CREATE POLICY office_reads ON gov.obligation_role FOR SELECT TO gov_office USING (agency_id NOT IN (SELECT gov.sub_units()));
CREATE POLICY engine_all ON gov.obligation_role TO gov_engine USING (true) WITH CHECK (true);
GRANT SELECT ON gov.obligation_role TO gov_app, gov_office, gov_engine;
GRANT INSERT ON gov.obligation_role TO gov_engine;
GRANT UPDATE (valid_to) ON gov.obligation_role TO gov_engine;
ALTER TABLE gov.obligation_role ADD CONSTRAINT ex_obligation_role_valid
  EXCLUDE USING gist (uuid_hash_extended(obligation_id, uuid_hash_extended(agency_id, 0)) WITH =, tstzrange(valid_from, valid_to) WITH &&);

-- What the engine needs to change a plan in force; nobody who can sign in may.
GRANT UPDATE (number, sequence, ordinal, title, text, attribution, subsection_id, item_id, ended_at, ended_by_revision_id)
  ON gov.disclosure_task TO gov_engine;
GRANT UPDATE (ordinal, title) ON gov.plan_section TO gov_engine;
GRANT UPDATE (title) ON gov.plan_subsection, gov.plan_item TO gov_engine;
GRANT UPDATE (ordinal, name_as_written, ended_at) ON gov.assignment TO gov_engine;
GRANT UPDATE (ordinal, clause, phrase) ON gov.task_rule TO gov_engine;
GRANT INSERT ON gov.fulfilment TO gov_engine;
GRANT UPDATE (withdrawn_at, withdrawn_note) ON gov.duty_request TO gov_engine;

-- As in 0009, of what is in force.
CREATE OR REPLACE FUNCTION gov.task_reach(p_plan_id uuid)
RETURNS TABLE (task_id uuid, agency_id uuid, role varchar)
LANGUAGE sql STABLE
AS $$
  WITH heir AS MATERIALIZED (
    SELECT * FROM gov.agency_heirs()
  )
  SELECT DISTINCT ON (named.task_id, named.agency_id) named.task_id, named.agency_id, named.role
  FROM (
    SELECT a.task_id, coalesce(heir.heir_id, a.assignee_agency_id, m.member_agency_id) AS agency_id, a.role
    FROM gov.disclosure_task task
    JOIN gov.work_plan plan ON plan.id = task.plan_id
    JOIN gov.assignment a ON a.task_id = task.id AND a.ended_at IS NULL
    LEFT JOIN gov.agency_group_member m ON m.group_id = a.assignee_group_id
      AND m.valid_from <= plan.issued_on AND (m.valid_to IS NULL OR m.valid_to >= plan.issued_on)
    LEFT JOIN heir ON heir.agency_id = coalesce(a.assignee_agency_id, m.member_agency_id)
    LEFT JOIN gov.assignment_choice choice ON choice.assignment_id = a.id AND choice.valid_to IS NULL
    WHERE task.plan_id = p_plan_id AND task.ended_at IS NULL AND (choice.id IS NULL OR EXISTS (
      SELECT FROM gov.assignment_choice_member chosen
      LEFT JOIN heir chosen_heir ON chosen_heir.agency_id = chosen.member_agency_id
      WHERE chosen.choice_id = choice.id
        AND coalesce(chosen_heir.heir_id, chosen.member_agency_id) = coalesce(heir.heir_id, m.member_agency_id)))
  ) named
  WHERE named.agency_id IS NOT NULL
  ORDER BY named.task_id, named.agency_id, array_position(ARRAY['lead', 'joint_lead', 'responsible', 'cooperating']::varchar[], named.role)
$$;

-- As in 0003, in the role of the time that is asked about.
CREATE OR REPLACE FUNCTION gov.obligations_at(p_known_before timestamptz, p_as_of timestamptz, p_due_soon_until timestamptz)
RETURNS TABLE (
  agency_id uuid, id uuid, plan_id uuid, task_id uuid, rule_id uuid, occurrence_key varchar, role varchar, window_start date, window_end date,
  original_due_at timestamptz, due_at timestamptz, disposition varchar, required_count int, target numeric, trigger_id uuid,
  published_count int, fulfilled_at timestamptz, state text)
LANGUAGE sql STABLE
AS $$
  SELECT o.agency_id, o.id, o.plan_id, o.task_id, o.rule_id, o.occurrence_key, coalesce(named.role, o.role), o.window_start, o.window_end,
    o.original_due_at, s.due_at, s.disposition, o.required_count, o.target, o.trigger_id,
    coalesce(f.published_count, 0), least(f.fulfilled_at, r.fulfilled_at),
    gov.obligation_state(o.original_due_at, s.due_at, s.disposition, least(f.fulfilled_at, r.fulfilled_at), p_as_of, p_due_soon_until)
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
  LEFT JOIN gov.rolled_up_fulfilment r ON r.agency_id = o.agency_id AND r.obligation_id = o.id
    AND r.valid_from < p_known_before AND (r.valid_to IS NULL OR r.valid_to >= p_known_before)
  LEFT JOIN gov.obligation_role named ON named.agency_id = o.agency_id AND named.obligation_id = o.id
    AND named.valid_from < p_known_before AND (named.valid_to IS NULL OR named.valid_to >= p_known_before)
$$;

CREATE OR REPLACE FUNCTION gov.compliance_at(p_known_before timestamptz, p_as_of timestamptz, p_due_soon_until timestamptz)
RETURNS TABLE (
  agency_id uuid, id uuid, plan_id uuid, task_id uuid, rule_id uuid, occurrence_key varchar, role varchar, window_start date, window_end date,
  original_due_at timestamptz, due_at timestamptz, disposition varchar, required_count int, target numeric, trigger_id uuid,
  published_count int, fulfilled_at timestamptz, state text)
LANGUAGE sql STABLE ROWS 6000 SET search_path = gov, pg_temp SET enable_nestloop = off
AS $$
  SELECT o.agency_id, o.id, o.plan_id, o.task_id, o.rule_id, o.occurrence_key, coalesce(named.role, o.role), o.window_start, o.window_end,
    o.original_due_at, s.due_at, s.disposition, o.required_count, o.target, o.trigger_id,
    coalesce(f.published_count, 0), least(f.published[o.required_count], r.fulfilled_at),
    gov.obligation_state(o.original_due_at, s.due_at, s.disposition, least(f.published[o.required_count], r.fulfilled_at), p_as_of, p_due_soon_until)
  FROM gov.obligation o
  JOIN gov.obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id
    AND s.valid_from < p_known_before AND (s.valid_to IS NULL OR s.valid_to >= p_known_before)
  LEFT JOIN (
    SELECT x.agency_id, x.obligation_id, count(*)::int AS published_count, array_agg(x.published_at ORDER BY x.published_at) AS published
    FROM gov.fulfilment x
    JOIN gov.obligation owed ON owed.agency_id = x.agency_id AND owed.id = x.obligation_id
    WHERE x.valid_from < p_known_before AND (x.valid_to IS NULL OR x.valid_to >= p_known_before)
      AND (owed.target IS NULL OR x.reported_value >= owed.target)
    GROUP BY x.agency_id, x.obligation_id
  ) f ON f.agency_id = o.agency_id AND f.obligation_id = o.id
  LEFT JOIN gov.rolled_up_fulfilment r ON r.agency_id = o.agency_id AND r.obligation_id = o.id
    AND r.valid_from < p_known_before AND (r.valid_to IS NULL OR r.valid_to >= p_known_before)
  LEFT JOIN gov.obligation_role named ON named.agency_id = o.agency_id AND named.obligation_id = o.id
    AND named.valid_from < p_known_before AND (named.valid_to IS NULL OR named.valid_to >= p_known_before)
$$;

-- Puts the words of a revision in the place of the plan's: what is gone ends, what stays is told anew, and how it read until then is kept.
-- What is new the office inserts itself. Places are taken in two steps, since a place is free only after who had it has left.
CREATE FUNCTION gov.revise_tasks(p_revision_id uuid, p_changes jsonb, p_at timestamptz)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
DECLARE
  revision plan_revision%ROWTYPE;
BEGIN
  SELECT * INTO STRICT revision FROM plan_revision WHERE id = p_revision_id;

  INSERT INTO task_wording (task_id, revision_id, number, sequence, title, text, attribution)
  SELECT task.id, revision.id, task.number, task.sequence, task.title, task.text, task.attribution
  FROM jsonb_to_recordset(p_changes -> 'tasks') AS told(id uuid, number text, sequence int, title text, text text, attribution text)
  JOIN disclosure_task task ON task.id = told.id AND task.plan_id = revision.plan_id AND task.ended_at IS NULL
  WHERE (task.number, task.sequence, task.title, task.text, task.attribution) IS DISTINCT FROM (told.number, told.sequence, told.title, told.text, told.attribution);

  -- Those that are gone stand behind all others, revision by revision.
  UPDATE disclosure_task task SET ended_at = p_at, ended_by_revision_id = revision.id, ordinal = revision.ordinal * 1000000 + task.ordinal
  WHERE task.plan_id = revision.plan_id AND task.ended_at IS NULL
    AND task.id IN (SELECT value::uuid FROM jsonb_array_elements_text(p_changes -> 'ended_tasks'));

  UPDATE plan_section SET ordinal = -1 - ordinal WHERE plan_id = revision.plan_id;
  UPDATE plan_section part SET ordinal = told.ordinal, title = told.title
  FROM jsonb_to_recordset(p_changes -> 'sections') AS told(id uuid, ordinal int, title text)
  WHERE part.id = told.id AND part.plan_id = revision.plan_id;
  UPDATE plan_subsection part SET title = told.title
  FROM jsonb_to_recordset(p_changes -> 'subsections') AS told(id uuid, title text)
  WHERE part.id = told.id AND part.section_id IN (SELECT id FROM plan_section WHERE plan_id = revision.plan_id);
  UPDATE plan_item part SET title = told.title
  FROM jsonb_to_recordset(p_changes -> 'items') AS told(id uuid, title text)
  WHERE part.id = told.id AND part.subsection_id IN (
    SELECT sub.id FROM plan_subsection sub JOIN plan_section section ON section.id = sub.section_id WHERE section.plan_id = revision.plan_id);

  UPDATE disclosure_task SET ordinal = -1 - ordinal, sequence = -1 - sequence WHERE plan_id = revision.plan_id AND ended_at IS NULL;
  UPDATE disclosure_task task SET number = told.number, sequence = told.sequence, ordinal = told.ordinal, title = told.title, text = told.text,
    attribution = told.attribution, subsection_id = told.subsection_id, item_id = told.item_id
  FROM jsonb_to_recordset(p_changes -> 'tasks')
    AS told(id uuid, number text, sequence int, ordinal int, title text, text text, attribution text, subsection_id uuid, item_id uuid)
  WHERE task.id = told.id AND task.plan_id = revision.plan_id AND task.ended_at IS NULL;

  UPDATE assignment named SET ended_at = p_at
  FROM disclosure_task task
  WHERE task.id = named.task_id AND task.plan_id = revision.plan_id AND named.ended_at IS NULL
    AND named.id IN (SELECT value::uuid FROM jsonb_array_elements_text(p_changes -> 'ended_assignments'));
  UPDATE assignment named SET ordinal = -1 - named.ordinal
  FROM disclosure_task task
  WHERE task.id = named.task_id AND task.plan_id = revision.plan_id AND task.ended_at IS NULL AND named.ended_at IS NULL;
  UPDATE assignment named SET ordinal = told.ordinal, name_as_written = told.name
  FROM jsonb_to_recordset(p_changes -> 'assignments') AS told(id uuid, ordinal int, name text), disclosure_task task
  WHERE named.id = told.id AND task.id = named.task_id AND task.plan_id = revision.plan_id AND named.ended_at IS NULL;

  UPDATE task_rule rule SET superseded_at = p_at
  FROM disclosure_task task
  WHERE task.id = rule.task_id AND task.plan_id = revision.plan_id AND rule.superseded_at IS NULL
    AND rule.id IN (SELECT value::uuid FROM jsonb_array_elements_text(p_changes -> 'ended_rules'));
  UPDATE task_rule rule SET ordinal = -1 - rule.ordinal
  FROM disclosure_task task
  WHERE task.id = rule.task_id AND task.plan_id = revision.plan_id AND task.ended_at IS NULL AND rule.superseded_at IS NULL;
  UPDATE task_rule rule SET ordinal = told.ordinal, clause = told.clause, phrase = told.phrase
  FROM jsonb_to_recordset(p_changes -> 'rules') AS told(id uuid, ordinal int, clause text, phrase text), disclosure_task task
  WHERE rule.id = told.id AND task.id = rule.task_id AND task.plan_id = revision.plan_id AND rule.superseded_at IS NULL;

  -- What nobody told of would be left without a place.
  IF EXISTS (SELECT FROM disclosure_task WHERE plan_id = revision.plan_id AND ordinal < 0) OR EXISTS (
    SELECT FROM disclosure_task task JOIN assignment named ON named.task_id = task.id AND named.ended_at IS NULL AND named.ordinal < 0
    WHERE task.plan_id = revision.plan_id) OR EXISTS (
    SELECT FROM disclosure_task task JOIN task_rule rule ON rule.task_id = task.id AND rule.superseded_at IS NULL AND rule.ordinal < 0
    WHERE task.plan_id = revision.plan_id) OR EXISTS (SELECT FROM plan_section WHERE plan_id = revision.plan_id AND ordinal < 0) THEN
    RAISE EXCEPTION 'The revision leaves something of the plan out.' USING ERRCODE = 'check_violation';
  END IF;
END
$$;

-- What a revision, once its words stand, makes of the duties that are owed. What a trigger started runs on as it was, what is done, released or
-- was due before the revision stays. Each change is a stretch of standing that names the revision.
CREATE FUNCTION gov.revise_duties(
  p_revision_id uuid, p_told_tasks uuid[], p_rule_ids uuid[], p_keys text[], p_window_starts date[], p_window_ends date[], p_due_ats timestamptz[],
  p_required int[], p_targets numeric[], p_fresh boolean[], p_actor_name text, p_at timestamptz)
RETURNS TABLE (made int, continued int, ended int, reopened int, moved int, told int, kept int, done int)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
DECLARE
  revision plan_revision%ROWTYPE;
  effective_at timestamptz;
BEGIN
  SELECT * INTO STRICT revision FROM plan_revision WHERE id = p_revision_id;
  -- The first instant of the Beijing day.
  effective_at := (revision.effective_from::timestamp - interval '8 hours') AT TIME ZONE 'UTC';

  -- Gone: the rule, the task, or the agency's name in it.
  WITH reached AS MATERIALIZED (SELECT * FROM task_reach(revision.plan_id)),
  gone AS (
    SELECT o.agency_id, o.id, s.valid_from, s.due_at
    FROM obligation o
    JOIN obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL AND s.disposition = 'open'
    JOIN task_rule rule ON rule.id = o.rule_id
    WHERE o.plan_id = revision.plan_id AND o.trigger_id IS NULL AND o.passed_obligation_id IS NULL AND s.due_at >= effective_at
      AND (rule.superseded_at = p_at OR NOT EXISTS (SELECT FROM reached r WHERE r.task_id = o.task_id AND r.agency_id = o.agency_id))
      AND NOT duty_is_done(o.agency_id, o.id, o.required_count, o.target)
  ), closed AS (
    UPDATE obligation_standing s SET valid_to = greatest(p_at, s.valid_from + interval '1 microsecond')
    FROM gone WHERE s.agency_id = gone.agency_id AND s.obligation_id = gone.id AND s.valid_from = gone.valid_from AND s.valid_to IS NULL
    RETURNING s.agency_id, s.obligation_id, s.valid_to, s.due_at
  )
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name, revision_id)
  SELECT closed.agency_id, closed.obligation_id, closed.valid_to, closed.due_at, 'cancelled', 'plan_revised', revision.document_number, p_actor_name, revision.id
  FROM closed;
  GET DIAGNOSTICS ended = ROW_COUNT;

  UPDATE duty_request asked SET withdrawn_at = p_at, withdrawn_note = revision.document_number
  FROM obligation_standing s
  WHERE s.revision_id = revision.id AND s.disposition = 'cancelled' AND asked.agency_id = s.agency_id AND asked.obligation_id = s.obligation_id
    AND asked.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT FROM request_decision d WHERE d.agency_id = asked.agency_id AND d.request_id = asked.id);

  -- Many occurrences meet many duties: by hash joins, also on tables whose statistics are not made yet (measured: 1 s against 8 s).
  PERFORM set_config('enable_nestloop', 'off', true);

  -- New: what the rules ask for from the day on, of whoever is named. Where the same occurrence was owed under the rule that this one follows, it
  -- goes on with it if that was just ended, and is not asked for again if it was done, released or due before.
  WITH RECURSIVE reached AS MATERIALIZED (SELECT * FROM task_reach(revision.plan_id)),
  occurrence AS (
    SELECT * FROM unnest(p_rule_ids, p_keys, p_window_starts, p_window_ends, p_due_ats, p_required, p_targets, p_fresh)
      AS t(rule_id, occurrence_key, window_start, window_end, due_at, required_count, target, fresh)
  ), forebears AS (
    SELECT DISTINCT rule.id AS rule_id, rule.id AS forebear_id, rule.continues_rule_id AS next_id
    FROM task_rule rule WHERE rule.id = ANY (p_rule_ids)
    UNION ALL
    SELECT f.rule_id, rule.id, rule.continues_rule_id FROM forebears f JOIN task_rule rule ON rule.id = f.next_id
  ), prior AS (
    SELECT f.rule_id, o.agency_id, o.occurrence_key, o.id, o.window_start, s.due_at,
      s.revision_id IS NOT DISTINCT FROM revision.id AND s.disposition = 'cancelled' AS is_ended,
      -- Ended by an earlier revision, which did not name the agency: as if it had never been asked.
      s.revision_id IS DISTINCT FROM revision.id AND s.revision_id IS NOT NULL AND s.disposition = 'cancelled' AS is_void,
      row_number() OVER (PARTITION BY f.rule_id, o.agency_id, o.occurrence_key ORDER BY s.disposition = 'cancelled', s.valid_from DESC) AS place
    FROM forebears f
    JOIN obligation o ON o.rule_id = f.forebear_id AND o.trigger_id IS NULL AND o.passed_obligation_id IS NULL
    JOIN obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL
    WHERE NOT EXISTS (SELECT FROM obligation later WHERE later.agency_id = o.agency_id AND later.continues_id = o.id)
  ), wanted AS (
    SELECT r.agency_id, r.task_id, r.role, o.rule_id, o.occurrence_key, o.window_end, o.due_at, o.required_count, o.target,
      p.id AS prior_id, p.is_ended, p.due_at AS prior_due_at,
      CASE WHEN p.is_ended THEN least(p.window_start, o.window_end) ELSE greatest(o.window_start, least(revision.effective_from, o.window_end)) END AS window_start
    FROM occurrence o
    JOIN task_rule rule ON rule.id = o.rule_id AND rule.superseded_at IS NULL
    JOIN reached r ON r.task_id = rule.task_id
    LEFT JOIN prior p ON p.rule_id = o.rule_id AND p.agency_id = r.agency_id AND p.occurrence_key = o.occurrence_key AND p.place = 1
    WHERE o.due_at >= effective_at AND CASE WHEN p.id IS NULL OR p.is_void THEN o.fresh ELSE p.is_ended END
  ), inserted AS (
    INSERT INTO obligation (agency_id, id, plan_id, task_id, rule_id, occurrence_key, role, window_start, window_end, original_due_at,
      required_count, target, recorded_at, continues_id)
    SELECT w.agency_id, gen_random_uuid(), revision.plan_id, w.task_id, w.rule_id, w.occurrence_key, w.role, w.window_start, w.window_end, w.due_at,
      w.required_count, w.target, p_at, CASE WHEN w.is_ended THEN w.prior_id END
    FROM wanted w
    ON CONFLICT (agency_id, rule_id, occurrence_key) WHERE passed_obligation_id IS NULL DO NOTHING
    RETURNING agency_id, id, original_due_at, continues_id
  )
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name, revision_id)
  SELECT n.agency_id, n.id, p_at,
    -- More time that the office granted holds for what goes on, too.
    greatest(n.original_due_at, (
      SELECT max(s.due_at) FROM obligation_standing s
      WHERE s.agency_id = n.agency_id AND s.obligation_id = n.continues_id AND s.revision_id = revision.id AND EXISTS (
        SELECT FROM duty_request asked
        JOIN request_decision d ON d.agency_id = asked.agency_id AND d.request_id = asked.id AND d.granted AND d.revoked_at IS NULL
        WHERE asked.agency_id = n.agency_id AND asked.obligation_id = n.continues_id AND asked.kind <> 'exemption'))),
    'open', 'plan_revised', revision.document_number, p_actor_name, revision.id
  FROM inserted n;

  PERFORM set_config('enable_nestloop', 'on', true);

  -- What was published for what ended counts for what goes on with it.
  INSERT INTO fulfilment (agency_id, obligation_id, disclosure_id, valid_from, published_at, reported_value)
  SELECT n.agency_id, n.id, x.disclosure_id, p_at, x.published_at, x.reported_value
  FROM obligation_standing s
  JOIN obligation n ON n.agency_id = s.agency_id AND n.id = s.obligation_id AND n.continues_id IS NOT NULL
  JOIN fulfilment x ON x.agency_id = n.agency_id AND x.obligation_id = n.continues_id AND x.valid_to IS NULL
  WHERE s.revision_id = revision.id AND s.disposition = 'open' AND s.valid_from = n.recorded_at;

  -- Taken up again: an earlier revision had ended it, and this one names the agency anew.
  WITH reached AS MATERIALIZED (SELECT * FROM task_reach(revision.plan_id)),
  back AS (
    SELECT o.agency_id, o.id, s.valid_from
    FROM obligation o
    JOIN obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL AND s.disposition = 'cancelled'
      AND s.revision_id <> revision.id AND s.due_at >= effective_at
    JOIN task_rule rule ON rule.id = o.rule_id AND rule.superseded_at IS NULL
    JOIN reached r ON r.task_id = o.task_id AND r.agency_id = o.agency_id
    WHERE o.plan_id = revision.plan_id AND o.passed_obligation_id IS NULL
      AND NOT EXISTS (SELECT FROM obligation later WHERE later.agency_id = o.agency_id AND later.continues_id = o.id)
  ), closed AS (
    UPDATE obligation_standing s SET valid_to = greatest(p_at, s.valid_from + interval '1 microsecond')
    FROM back WHERE s.agency_id = back.agency_id AND s.obligation_id = back.id AND s.valid_from = back.valid_from AND s.valid_to IS NULL
    RETURNING s.agency_id, s.obligation_id, s.valid_to, s.due_at
  )
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name, revision_id)
  SELECT closed.agency_id, closed.obligation_id, closed.valid_to, closed.due_at, 'open', 'plan_revised', revision.document_number, p_actor_name, revision.id
  FROM closed;
  GET DIAGNOSTICS reopened = ROW_COUNT;

  -- What goes on is told of it where its words or its role are others.
  WITH reached AS MATERIALIZED (SELECT * FROM task_reach(revision.plan_id)),
  touched AS (
    SELECT o.agency_id, o.id, s.valid_from, r.role, coalesce(present.role, o.role) <> r.role AS is_moved, present.valid_from AS role_from
    FROM obligation o
    JOIN obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL AND s.disposition = 'open'
      AND s.due_at >= effective_at
    JOIN reached r ON r.task_id = o.task_id AND r.agency_id = o.agency_id
    LEFT JOIN obligation_role present ON present.agency_id = o.agency_id AND present.obligation_id = o.id AND present.valid_to IS NULL
    WHERE o.plan_id = revision.plan_id AND o.passed_obligation_id IS NULL
      AND (coalesce(present.role, o.role) <> r.role OR (o.task_id = ANY (p_told_tasks) AND s.revision_id IS DISTINCT FROM revision.id))
      AND NOT duty_is_done(o.agency_id, o.id, o.required_count, o.target)
  ), closed AS (
    UPDATE obligation_standing s SET valid_to = greatest(p_at, s.valid_from + interval '1 microsecond')
    FROM touched WHERE s.agency_id = touched.agency_id AND s.obligation_id = touched.id AND s.valid_from = touched.valid_from AND s.valid_to IS NULL
    RETURNING s.agency_id, s.obligation_id, s.valid_to, s.due_at, touched.role, touched.is_moved, touched.role_from
  ), left_role AS (
    UPDATE obligation_role before SET valid_to = closed.valid_to
    FROM closed WHERE closed.is_moved AND before.agency_id = closed.agency_id AND before.obligation_id = closed.obligation_id AND before.valid_from = closed.role_from
    RETURNING 1
  ), new_role AS (
    INSERT INTO obligation_role (agency_id, obligation_id, valid_from, role)
    SELECT closed.agency_id, closed.obligation_id, closed.valid_to, closed.role FROM closed WHERE closed.is_moved AND (SELECT count(*) FROM left_role) >= 0
    RETURNING 1
  ), begun AS (
    INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name, revision_id)
    SELECT closed.agency_id, closed.obligation_id, closed.valid_to, closed.due_at, 'open', 'plan_revised', revision.document_number, p_actor_name, revision.id
    FROM closed
  )
  SELECT (count(*) FILTER (WHERE is_moved))::int, (count(*) FILTER (WHERE NOT is_moved))::int INTO moved, told FROM closed;

  SELECT (count(*) FILTER (WHERE o.continues_id IS NULL))::int, (count(*) FILTER (WHERE o.continues_id IS NOT NULL))::int INTO made, continued
  FROM obligation o WHERE o.plan_id = revision.plan_id AND o.recorded_at = p_at AND o.trigger_id IS NULL AND o.passed_obligation_id IS NULL
    AND EXISTS (SELECT FROM obligation_standing s WHERE s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.revision_id = revision.id);
  ended := ended - continued;

  -- Untouched: still owed as they were, or done.
  SELECT (count(*) FILTER (WHERE NOT is_done))::int, (count(*) FILTER (WHERE is_done))::int INTO kept, done
  FROM (
    SELECT duty_is_done(o.agency_id, o.id, o.required_count, o.target) AS is_done
    FROM obligation o
    JOIN obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL AND s.disposition = 'open'
    WHERE o.plan_id = revision.plan_id AND o.passed_obligation_id IS NULL
      AND NOT EXISTS (SELECT FROM obligation_standing x WHERE x.agency_id = o.agency_id AND x.obligation_id = o.id AND x.revision_id = revision.id)
  ) untouched;
  RETURN NEXT;
END
$$;

-- Whether a duty is fulfilled by what is recorded now. Row security applies to the caller.
CREATE FUNCTION gov.duty_is_done(p_agency_id uuid, p_obligation_id uuid, p_required_count int, p_target numeric)
RETURNS boolean LANGUAGE sql STABLE
AS $$
  SELECT (SELECT count(*) FROM gov.fulfilment x
      WHERE x.agency_id = p_agency_id AND x.obligation_id = p_obligation_id AND x.valid_to IS NULL AND (p_target IS NULL OR x.reported_value >= p_target)
    ) >= p_required_count
    OR EXISTS (SELECT FROM gov.rolled_up_fulfilment r WHERE r.agency_id = p_agency_id AND r.obligation_id = p_obligation_id AND r.valid_to IS NULL)
$$;

GRANT EXECUTE ON FUNCTION gov.duty_is_done TO gov_engine;
GRANT EXECUTE ON FUNCTION gov.revise_tasks, gov.revise_duties TO gov_office;
GRANT CREATE ON SCHEMA gov TO gov_engine;
ALTER FUNCTION gov.revise_tasks OWNER TO gov_engine;
ALTER FUNCTION gov.revise_duties OWNER TO gov_engine;
REVOKE CREATE ON SCHEMA gov FROM gov_engine;
