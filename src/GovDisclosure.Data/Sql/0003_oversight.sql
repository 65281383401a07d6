-- Cases, requests, reviews, supervision, parts passed down, settings: who may see and write what, and what looks across tenants.
-- Immutable once merged: a change is a new script run by a new migration.

GRANT USAGE ON SCHEMA gov TO gov_admin;

-- Sub-units are their district's affair: the office sees the district's result, and of the parts only counts.
CREATE FUNCTION gov.sub_units() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT id FROM gov.agency WHERE parent_id IS NOT NULL $$;

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['trigger_event', 'obligation', 'obligation_standing', 'disclosure', 'fulfilment', 'audit_entry']
  LOOP
    EXECUTE format('ALTER POLICY office_reads ON gov.%I USING (agency_id NOT IN (SELECT gov.sub_units()))', tenant_table);
  END LOOP;

  FOREACH tenant_table IN ARRAY ARRAY['penalty_case', 'case_exemption', 'published_case', 'duty_request', 'request_decision', 'disclosure_review',
    'supervision_notice', 'supervision_item', 'supervision_reply', 'duty_pass', 'duty_part', 'rolled_up_fulfilment']
  LOOP
    EXECUTE format('ALTER TABLE gov.%I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE gov.%I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format($p$CREATE POLICY app_reads ON gov.%I FOR SELECT TO gov_app USING (
      agency_id = (SELECT gov.current_agency())
      OR agency_id IN (SELECT unit.id FROM gov.agency unit WHERE unit.parent_id = (SELECT gov.current_agency())))$p$, tenant_table);
    EXECUTE format('CREATE POLICY office_reads ON gov.%I FOR SELECT TO gov_office USING (agency_id NOT IN (SELECT gov.sub_units()))', tenant_table);
    EXECUTE format('CREATE POLICY engine_all ON gov.%I TO gov_engine USING (true) WITH CHECK (true)', tenant_table);
  END LOOP;

  -- Nor does the office read in a district's trail which sub-unit was given what.
  ALTER POLICY office_reads ON gov.audit_entry USING (agency_id NOT IN (SELECT gov.sub_units()) AND action NOT LIKE 'part.%');

  -- What an agency writes of its own; the office is an agency too.
  FOREACH tenant_table IN ARRAY ARRAY['penalty_case', 'case_exemption', 'published_case', 'duty_request', 'supervision_reply', 'duty_pass', 'duty_part']
  LOOP
    EXECUTE format($p$CREATE POLICY own_inserts ON gov.%I FOR INSERT TO gov_app, gov_office
      WITH CHECK (agency_id = (SELECT gov.current_agency()))$p$, tenant_table);
    EXECUTE format($p$CREATE POLICY own_updates ON gov.%I FOR UPDATE TO gov_app, gov_office
      USING (agency_id = (SELECT gov.current_agency()))
      WITH CHECK (agency_id = (SELECT gov.current_agency()))$p$, tenant_table);
  END LOOP;

  -- What the office says to agencies: they read it, only the office writes it, and nobody changes it.
  FOREACH tenant_table IN ARRAY ARRAY['request_decision', 'disclosure_review', 'supervision_notice', 'supervision_item']
  LOOP
    EXECUTE format($p$CREATE POLICY office_inserts ON gov.%I FOR INSERT TO gov_office
      WITH CHECK (agency_id NOT IN (SELECT gov.sub_units()))$p$, tenant_table);
  END LOOP;
END $$;

-- A file of cases between its preview and its registration is its agency's alone, the office's too.
ALTER TABLE gov.case_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE gov.case_import FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON gov.case_import TO gov_app, gov_office
  USING (agency_id = (SELECT gov.current_agency())) WITH CHECK (agency_id = (SELECT gov.current_agency()));
GRANT SELECT, INSERT ON gov.case_import TO gov_app, gov_office;
GRANT UPDATE (rows, closed_at) ON gov.case_import TO gov_app, gov_office;

-- A trigger that was entered by mistake is cancelled, and stays.
GRANT UPDATE (cancelled_at, cancelled_by_name, cancelled_reason) ON gov.trigger_event TO gov_app, gov_office;

-- A published case is for everybody until it is taken down.
CREATE POLICY public_reads ON gov.published_case FOR SELECT TO gov_public, gov_app, gov_office, gov_admin USING (taken_down_at IS NULL);

GRANT SELECT ON gov.penalty_case, gov.case_exemption, gov.published_case, gov.duty_request, gov.request_decision, gov.disclosure_review,
  gov.supervision_notice, gov.supervision_item, gov.supervision_reply, gov.rolled_up_fulfilment
  TO gov_app, gov_office;
-- Who was given which part is between a district and its sub-units; the office has the counts.
GRANT SELECT ON gov.duty_pass, gov.duty_part TO gov_app;
GRANT SELECT ON gov.published_case TO gov_public, gov_admin;
GRANT INSERT ON gov.penalty_case, gov.case_exemption, gov.published_case, gov.duty_request, gov.supervision_reply, gov.duty_pass TO gov_app, gov_office;
GRANT UPDATE (party_kind, party_name, representative_name, facts, kinds, basis, result, performance, deciding_body, channel, platform_number,
  platform_entered_on) ON gov.penalty_case TO gov_app, gov_office;
GRANT UPDATE (decided_at, decided_by_id, decided_by_name, approved, decision_note) ON gov.case_exemption TO gov_app, gov_office;
GRANT UPDATE (taken_down_at, taken_down_by_name, taken_down_reason) ON gov.published_case TO gov_app, gov_office;
GRANT UPDATE (withdrawn_at) ON gov.duty_request TO gov_app, gov_office;
GRANT UPDATE (roll_up, note) ON gov.duty_pass TO gov_app;
GRANT UPDATE (is_chosen) ON gov.duty_part TO gov_app;
GRANT INSERT ON gov.request_decision, gov.disclosure_review, gov.supervision_notice, gov.supervision_item TO gov_office;

-- The plan and the register are public; administrators write the register and the settings, and read the whole audit trail.
GRANT SELECT ON gov.agency, gov.agency_group, gov.agency_group_member, gov.work_plan, gov.plan_section, gov.plan_subsection,
  gov.plan_item, gov.disclosure_task, gov.assignment, gov.task_rule, gov.calendar_year, gov.calendar_entry TO gov_admin;
GRANT INSERT ON gov.agency, gov.agency_group, gov.agency_group_member TO gov_admin;
GRANT UPDATE (short_name, full_name, english_name, to_confirm, valid_to) ON gov.agency TO gov_admin;
GRANT UPDATE (to_confirm) ON gov.agency_group TO gov_admin;
GRANT UPDATE (valid_to) ON gov.agency_group_member TO gov_admin;
GRANT SELECT ON gov.portal_setting, gov.assumed_rule_default TO gov_app, gov_office, gov_public, gov_engine, gov_admin;
GRANT INSERT ON gov.portal_setting, gov.assumed_rule_default TO gov_admin;
GRANT UPDATE (valid_to) ON gov.portal_setting, gov.assumed_rule_default TO gov_admin;
-- Who did what and when is theirs to read; the details of an agency's own acts are the agency's (administrative_audit below has the others).
GRANT SELECT (agency_id, id, at, actor_id, actor_name, remote_address, action, subject_id) ON gov.audit_entry TO gov_admin;
GRANT INSERT ON gov.audit_entry TO gov_admin;
CREATE POLICY admin_reads ON gov.audit_entry FOR SELECT TO gov_admin USING (true);
CREATE POLICY admin_inserts ON gov.audit_entry FOR INSERT TO gov_admin WITH CHECK (true);
CREATE INDEX ix_audit_entry_administrative ON gov.audit_entry (at) WHERE action LIKE 'admin.%';
GRANT SELECT ON gov.audit_entry TO gov_engine;
GRANT INSERT ON gov.task_rule TO gov_engine;
GRANT UPDATE (superseded_at) ON gov.task_rule TO gov_engine;

GRANT SELECT ON gov.duty_pass, gov.duty_part, gov.rolled_up_fulfilment, gov.disclosure, gov.trigger_event TO gov_engine;
GRANT INSERT ON gov.duty_part, gov.rolled_up_fulfilment, gov.audit_entry TO gov_engine;
GRANT UPDATE (taken_back_at, taken_back_by_name, taken_back_reason) ON gov.duty_part TO gov_engine;
GRANT UPDATE (valid_to) ON gov.fulfilment, gov.obligation_standing, gov.rolled_up_fulfilment TO gov_engine;

ALTER TABLE gov.rolled_up_fulfilment ADD CONSTRAINT ex_rolled_up_fulfilment_valid
  EXCLUDE USING gist (agency_id WITH =, obligation_id WITH =, tstzrange(valid_from, valid_to) WITH &&);

-- As in 0002, and a duty that was passed down is also fulfilled by its parts: the earlier of the two.
CREATE OR REPLACE FUNCTION gov.obligations_at(p_known_before timestamptz, p_as_of timestamptz, p_due_soon_until timestamptz)
RETURNS TABLE (
  agency_id uuid, id uuid, plan_id uuid, task_id uuid, rule_id uuid, occurrence_key varchar, role varchar, window_start date, window_end date,
  original_due_at timestamptz, due_at timestamptz, disposition varchar, required_count int, target numeric, trigger_id uuid,
  published_count int, fulfilled_at timestamptz, state text)
LANGUAGE sql STABLE
AS $$
  SELECT o.agency_id, o.id, o.plan_id, o.task_id, o.rule_id, o.occurrence_key, o.role, o.window_start, o.window_end,
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
$$;

-- As obligations_at, for questions about all agencies: fulfilments are gathered once for all, not once for each obligation. For one agency
-- obligations_at is the quicker one. A test holds the two equal. Its settings keep it from being inlined: whatever a list joins it with, it
-- runs once and by hash joins, also on tables whose statistics are not made yet (measured: 40 ms against 9 s for a list).
CREATE FUNCTION gov.compliance_at(p_known_before timestamptz, p_as_of timestamptz, p_due_soon_until timestamptz)
RETURNS TABLE (
  agency_id uuid, id uuid, plan_id uuid, task_id uuid, rule_id uuid, occurrence_key varchar, role varchar, window_start date, window_end date,
  original_due_at timestamptz, due_at timestamptz, disposition varchar, required_count int, target numeric, trigger_id uuid,
  published_count int, fulfilled_at timestamptz, state text)
LANGUAGE sql STABLE ROWS 6000 SET search_path = gov, pg_temp SET enable_nestloop = off
AS $$
  SELECT o.agency_id, o.id, o.plan_id, o.task_id, o.rule_id, o.occurrence_key, o.role, o.window_start, o.window_end,
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
$$;
GRANT EXECUTE ON FUNCTION gov.compliance_at TO gov_office;

-- The engine's own functions can only be replaced as the engine.
GRANT CREATE ON SCHEMA gov TO gov_engine;
GRANT EXECUTE ON FUNCTION gov.sub_units TO gov_app, gov_office, gov_engine;
SET LOCAL ROLE gov_engine;

-- As in 0002: what the plan itself lays on an agency is unique there; a part that was passed down is not the plan's own.
CREATE OR REPLACE FUNCTION gov.materialise_obligations(
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
    ON CONFLICT (agency_id, rule_id, occurrence_key) WHERE passed_obligation_id IS NULL DO NOTHING
    RETURNING agency_id, id, original_due_at
  ), standing AS (
    INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason)
    SELECT agency_id, id, p_at, original_due_at, 'open', 'materialised' FROM made
    RETURNING 1
  )
  SELECT count(*)::int FROM standing
$$;

-- A task reaches an agency by the plan. A sub-unit that was passed a part is told of nobody: its peers are its district's affair.
CREATE OR REPLACE FUNCTION gov.may_see_progress(p_rule_id uuid)
RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  SELECT session_user = 'gov_office' OR EXISTS (
    SELECT FROM obligation own WHERE own.agency_id = (SELECT current_agency()) AND own.rule_id = p_rule_id AND own.passed_obligation_id IS NULL)
$$;

-- '3 of 5' and the peers count agencies of the plan, not the parts that districts passed down.
CREATE OR REPLACE FUNCTION gov.occurrence_progress(p_rule_ids uuid[], p_keys text[], p_known_before timestamptz)
RETURNS TABLE (rule_id uuid, occurrence_key varchar, total int, done int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  SELECT o.rule_id, o.occurrence_key, count(*)::int, count(o.fulfilled_at)::int
  FROM (SELECT DISTINCT w.rule_id, w.occurrence_key FROM unnest(p_rule_ids, p_keys) AS w(rule_id, occurrence_key)) wanted
  JOIN obligations_at(p_known_before, p_known_before, p_known_before) o
    ON o.rule_id = wanted.rule_id AND o.occurrence_key = wanted.occurrence_key
  WHERE o.disposition = 'open' AND may_see_progress(wanted.rule_id) AND o.agency_id NOT IN (SELECT sub_units())
  GROUP BY o.rule_id, o.occurrence_key
$$;

CREATE OR REPLACE FUNCTION gov.obligation_peers(p_obligation_id uuid, p_known_before timestamptz)
RETURNS TABLE (
  peer_id uuid, role varchar, original_due_at timestamptz, due_at timestamptz, disposition varchar, fulfilled_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  SELECT peer.agency_id, peer.role, peer.original_due_at, peer.due_at, peer.disposition, peer.fulfilled_at
  FROM obligation own
  JOIN obligations_at(p_known_before, p_known_before, p_known_before) peer
    ON peer.rule_id = own.rule_id AND peer.occurrence_key = own.occurrence_key
  WHERE own.id = p_obligation_id AND (own.agency_id = (SELECT current_agency()) OR session_user = 'gov_office')
    -- A sub-unit is told of nobody: its peers are its district's affair.
    AND peer.agency_id NOT IN (SELECT sub_units()) AND own.agency_id NOT IN (SELECT sub_units())
$$;

RESET ROLE;

-- Gives an agency's duty another due instant or disposition by the office's decision. Only the office may call it.
CREATE FUNCTION gov.change_standing(
  p_agency_id uuid, p_obligation_id uuid, p_due_at timestamptz, p_disposition text, p_reason text, p_note text, p_actor_name text, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
DECLARE
  present obligation_standing%ROWTYPE;
BEGIN
  SELECT * INTO present FROM obligation_standing s
  WHERE s.agency_id = p_agency_id AND s.obligation_id = p_obligation_id AND s.valid_to IS NULL
    AND s.agency_id NOT IN (SELECT sub_units())
  FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE obligation_standing SET valid_to = greatest(p_at, present.valid_from + interval '1 microsecond')
  WHERE agency_id = p_agency_id AND obligation_id = p_obligation_id AND valid_to IS NULL;
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name)
  VALUES (p_agency_id, p_obligation_id, greatest(p_at, present.valid_from + interval '1 microsecond'), coalesce(p_due_at, present.due_at),
    coalesce(p_disposition, present.disposition), p_reason, p_note, p_actor_name);
  RETURN true;
END
$$;

-- A returned disclosure no longer counts. Only the office may call it.
CREATE FUNCTION gov.end_fulfilments(p_agency_id uuid, p_disclosure_id uuid, p_at timestamptz)
RETURNS int LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  WITH ended AS (
    UPDATE fulfilment SET valid_to = greatest(p_at, valid_from + interval '1 microsecond')
    WHERE agency_id = p_agency_id AND disclosure_id = p_disclosure_id AND valid_to IS NULL AND agency_id NOT IN (SELECT sub_units())
    RETURNING 1
  )
  SELECT count(*)::int FROM ended
$$;

-- Passes a district's duty to one of its sub-units, with an own due instant not later than the district's. The caller is the district.
-- Passed again after it was taken back, it is another part: what was recorded of the first stays as it was.
CREATE FUNCTION gov.pass_duty(
  p_obligation_id uuid, p_sub_unit_id uuid, p_part_id uuid, p_request_key uuid, p_due_at timestamptz, p_window_end date, p_is_chosen boolean,
  p_note text, p_actor_id uuid, p_actor_name text, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
DECLARE
  whole obligation%ROWTYPE;
  whole_due timestamptz;
BEGIN
  -- What was passed to the caller is not passed on: a part has one level above it.
  SELECT * INTO whole FROM obligation o
  WHERE o.agency_id = (SELECT current_agency()) AND o.id = p_obligation_id AND o.passed_obligation_id IS NULL;
  SELECT s.due_at INTO whole_due FROM obligation_standing s
  WHERE s.agency_id = whole.agency_id AND s.obligation_id = whole.id AND s.valid_to IS NULL AND s.disposition = 'open' FOR UPDATE;
  IF whole.id IS NULL OR whole_due IS NULL OR p_due_at > whole_due
    OR NOT EXISTS (SELECT FROM agency unit WHERE unit.id = p_sub_unit_id AND unit.parent_id = whole.agency_id) THEN
    RETURN false;
  END IF;
  INSERT INTO duty_part (agency_id, obligation_id, sub_unit_id, part_obligation_id, request_key, is_chosen, passed_at, passed_by_name)
  VALUES (whole.agency_id, whole.id, p_sub_unit_id, p_part_id, p_request_key, p_is_chosen, p_at, p_actor_name)
  ON CONFLICT (agency_id, obligation_id, sub_unit_id) WHERE taken_back_at IS NULL DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO obligation (agency_id, id, plan_id, task_id, rule_id, occurrence_key, role, window_start, window_end, original_due_at,
    required_count, target, recorded_at, passed_by_agency_id, passed_obligation_id)
  VALUES (p_sub_unit_id, p_part_id, whole.plan_id, whole.task_id, whole.rule_id, whole.occurrence_key, whole.role,
    least(whole.window_start, p_window_end), p_window_end, p_due_at, whole.required_count, whole.target, p_at, whole.agency_id, whole.id);
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name)
  VALUES (p_sub_unit_id, p_part_id, p_at, p_due_at, 'open', 'passed_down', p_note, p_actor_name);
  -- In the sub-unit's own trail too: it has to see who gave it the duty.
  INSERT INTO audit_entry (agency_id, id, at, actor_id, actor_name, action, subject_id, details)
  VALUES (p_sub_unit_id, gen_random_uuid(), p_at, p_actor_id, p_actor_name, 'part.received', p_part_id,
    jsonb_build_object('District', whole.agency_id, 'DueAt', p_due_at, 'Note', p_note));
  PERFORM roll_up_duty(whole.agency_id, whole.id, p_at);
  RETURN true;
END
$$;

-- Takes a part back: the sub-unit no longer owes it. The caller is the district.
CREATE FUNCTION gov.take_back_duty(
  p_obligation_id uuid, p_sub_unit_id uuid, p_reason text, p_actor_id uuid, p_actor_name text, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
DECLARE
  part duty_part%ROWTYPE;
  ended timestamptz;
BEGIN
  UPDATE duty_part SET taken_back_at = greatest(p_at, passed_at + interval '1 microsecond'), taken_back_by_name = p_actor_name,
    taken_back_reason = p_reason
  WHERE agency_id = (SELECT current_agency()) AND obligation_id = p_obligation_id AND sub_unit_id = p_sub_unit_id AND taken_back_at IS NULL
  RETURNING * INTO part;
  IF part.obligation_id IS NULL THEN
    RETURN false;
  END IF;
  UPDATE obligation_standing SET valid_to = greatest(p_at, valid_from + interval '1 microsecond')
  WHERE agency_id = p_sub_unit_id AND obligation_id = part.part_obligation_id AND valid_to IS NULL
  RETURNING valid_to INTO ended;
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name)
  SELECT o.agency_id, o.id, ended, o.original_due_at, 'cancelled', 'taken_back', p_reason, p_actor_name
  FROM obligation o WHERE o.agency_id = p_sub_unit_id AND o.id = part.part_obligation_id;
  INSERT INTO audit_entry (agency_id, id, at, actor_id, actor_name, action, subject_id, details)
  VALUES (p_sub_unit_id, gen_random_uuid(), p_at, p_actor_id, p_actor_name, 'part.taken_back', part.part_obligation_id,
    jsonb_build_object('District', part.agency_id, 'Reason', p_reason));
  PERFORM roll_up_duty(part.agency_id, part.obligation_id, part.taken_back_at);
  RETURN true;
END
$$;

-- Writes down whether the parts of a duty fulfil it, as of what is recorded now; the same as RollUp.CompletedAt in Domain, held equal by a
-- property test. Called by the engine's own functions only.
CREATE FUNCTION gov.roll_up_duty(p_agency_id uuid, p_obligation_id uuid, p_at timestamptz)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
DECLARE
  completed timestamptz;
  present timestamptz;
  changed_at timestamptz;
BEGIN
  -- One at a time for each duty: two parts may be fulfilled at one moment, and the second must see the first.
  PERFORM pg_advisory_xact_lock(hashtextextended('roll-up ' || p_obligation_id, 0));
  SELECT CASE
      WHEN pass.roll_up = 'any' THEN min(state.fulfilled_at)
      WHEN count(*) FILTER (WHERE state.fulfilled_at IS NULL) = 0 THEN max(state.fulfilled_at)
    END INTO completed
  FROM duty_pass pass
  JOIN duty_part part ON part.agency_id = pass.agency_id AND part.obligation_id = pass.obligation_id AND part.taken_back_at IS NULL
    AND (pass.roll_up <> 'chosen' OR part.is_chosen)
  JOIN obligations_at('infinity', 'infinity', 'infinity') state ON state.agency_id = part.sub_unit_id AND state.id = part.part_obligation_id
  WHERE pass.agency_id = p_agency_id AND pass.obligation_id = p_obligation_id
  GROUP BY pass.roll_up;
  -- A stretch begins after all that was written before it, even where a clock was set back.
  SELECT max(fulfilled_at) FILTER (WHERE valid_to IS NULL), greatest(p_at, max(coalesce(valid_to, valid_from + interval '1 microsecond')))
  INTO present, changed_at
  FROM rolled_up_fulfilment WHERE agency_id = p_agency_id AND obligation_id = p_obligation_id;
  IF present IS NOT DISTINCT FROM completed THEN
    RETURN;
  END IF;
  UPDATE rolled_up_fulfilment SET valid_to = changed_at
  WHERE agency_id = p_agency_id AND obligation_id = p_obligation_id AND valid_to IS NULL;
  IF completed IS NOT NULL THEN
    INSERT INTO rolled_up_fulfilment (agency_id, obligation_id, valid_from, fulfilled_at)
    VALUES (p_agency_id, p_obligation_id, changed_at, completed);
  END IF;
END
$$;

-- Asks for the roll-up again where the district chose another way. The caller is the district.
CREATE FUNCTION gov.roll_up_own_duty(p_obligation_id uuid, p_at timestamptz)
RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$ SELECT roll_up_duty((SELECT current_agency()), p_obligation_id, p_at) $$;

-- What a sub-unit publishes, or what is returned or withdrawn, counts upwards at once.
CREATE FUNCTION gov.roll_up_fulfilment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
DECLARE
  whole record;
BEGIN
  SELECT o.passed_by_agency_id, o.passed_obligation_id INTO whole FROM obligation o
  WHERE o.agency_id = NEW.agency_id AND o.id = NEW.obligation_id AND o.passed_obligation_id IS NOT NULL;
  IF FOUND THEN
    PERFORM roll_up_duty(whole.passed_by_agency_id, whole.passed_obligation_id, coalesce(NEW.valid_to, NEW.valid_from));
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER roll_up AFTER INSERT OR UPDATE OF valid_to ON gov.fulfilment FOR EACH ROW EXECUTE FUNCTION gov.roll_up_fulfilment();

-- '2 of 3' for duties that were passed down: counts only. The office may ask of any district, a district of itself.
CREATE FUNCTION gov.passed_counts(p_obligation_ids uuid[], p_known_before timestamptz)
RETURNS TABLE (agency_id uuid, obligation_id uuid, total int, done int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  SELECT part.agency_id, part.obligation_id, count(*)::int, count(state.fulfilled_at)::int
  FROM duty_part part
  JOIN obligations_at(p_known_before, p_known_before, p_known_before) state
    ON state.agency_id = part.sub_unit_id AND state.id = part.part_obligation_id
  WHERE part.obligation_id = ANY (p_obligation_ids)
    AND part.passed_at < p_known_before AND (part.taken_back_at IS NULL OR part.taken_back_at >= p_known_before)
    AND (session_user = 'gov_office' OR part.agency_id = (SELECT current_agency()))
  GROUP BY part.agency_id, part.obligation_id
$$;

-- What a sub-unit may know of the duty that it was passed a part of: its dates and the event behind it. The caller is the sub-unit.
CREATE FUNCTION gov.passed_from(p_obligation_ids uuid[], p_known_before timestamptz)
RETURNS TABLE (
  obligation_id uuid, district_id uuid, whole_due_at timestamptz, whole_original_due_at timestamptz, whole_window_start date, whole_window_end date,
  trigger_title varchar, trigger_occurred_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  SELECT part.id, whole.agency_id, s.due_at, whole.original_due_at, whole.window_start, whole.window_end, t.title, t.occurred_at
  FROM obligation part
  JOIN obligation whole ON whole.agency_id = part.passed_by_agency_id AND whole.id = part.passed_obligation_id
  JOIN obligation_standing s ON s.agency_id = whole.agency_id AND s.obligation_id = whole.id
    AND s.valid_from < p_known_before AND (s.valid_to IS NULL OR s.valid_to >= p_known_before)
  LEFT JOIN trigger_event t ON t.agency_id = whole.agency_id AND t.id = whole.trigger_id
  WHERE part.agency_id = (SELECT current_agency()) AND part.id = ANY (p_obligation_ids)
$$;
-- When a published case was taken down, and nothing of what it said: so that its address can answer 'gone' and not 'never was'.
CREATE FUNCTION gov.case_taken_down_at(p_id uuid)
RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$ SELECT taken_down_at FROM published_case WHERE id = p_id $$;

GRANT SELECT ON gov.published_case TO gov_engine;
GRANT EXECUTE ON FUNCTION gov.case_taken_down_at TO gov_public, gov_app, gov_office, gov_admin;
ALTER FUNCTION gov.case_taken_down_at OWNER TO gov_engine;

-- The details of what administrators did, and of nothing else.
CREATE FUNCTION gov.administrative_audit()
RETURNS TABLE (id uuid, details text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$ SELECT e.id, e.details::text FROM audit_entry e WHERE e.action LIKE 'admin.%' $$;

-- What another default for a word would touch in the plan in force: counts only. A duty that has begun stays as it is.
CREATE FUNCTION gov.assumed_rule_reach(p_word text, p_today date)
RETURNS TABLE (rules int, tasks int, agencies int, duties int, replaced int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  WITH rule AS (
    SELECT r.id, r.task_id FROM task_rule r
    JOIN disclosure_task task ON task.id = r.task_id
    JOIN work_plan plan ON plan.id = task.plan_id AND plan.status = 'active'
    WHERE r.assumed AND r.phrase = p_word AND r.superseded_at IS NULL
  ), duty AS (
    SELECT o.agency_id, o.trigger_id IS NULL AND o.window_start > p_today AS not_begun
    FROM obligation o
    JOIN rule ON rule.id = o.rule_id
    JOIN obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL AND s.disposition = 'open'
  )
  SELECT (SELECT count(*)::int FROM rule), (SELECT count(DISTINCT task_id)::int FROM rule),
    count(DISTINCT agency_id)::int, count(*)::int, (count(*) FILTER (WHERE not_begun))::int
  FROM duty
$$;

-- Puts a new default in the place of rules that were assumed from a word: new rules beside the old ones, the old duties that have not begun
-- are cancelled, and what the new rules ask for from here on is made. Called once for each plan, in the transaction of the change.
CREATE FUNCTION gov.replace_assumed_rules(
  p_plan_id uuid, p_old_ids uuid[], p_new_ids uuid[], p_kind text, p_value numeric, p_period text, p_trigger text, p_date date, p_basis text,
  p_rule_ids uuid[], p_keys text[], p_window_starts date[], p_window_ends date[], p_due_ats timestamptz[],
  p_note text, p_actor_name text, p_today date, p_at timestamptz)
RETURNS TABLE (cancelled int, made int)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
BEGIN
  -- Only rules of this plan that the office assumed can be replaced; one of any other kind is not in the caller's gift.
  IF EXISTS (
    SELECT FROM unnest(p_old_ids) AS wanted(id)
    LEFT JOIN task_rule r ON r.id = wanted.id AND r.assumed AND r.superseded_at IS NULL
    LEFT JOIN disclosure_task task ON task.id = r.task_id AND task.plan_id = p_plan_id
    WHERE task.id IS NULL) THEN
    RAISE EXCEPTION 'A rule is not one that can be replaced.' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE task_rule SET superseded_at = p_at WHERE task_rule.id = ANY (p_old_ids);
  INSERT INTO task_rule (id, task_id, ordinal, clause, kind, phrase, value, period, fixed_date, trigger_kind, assumed, legal_basis)
  SELECT pair.new_id, r.task_id, r.ordinal, r.clause, p_kind, r.phrase, p_value, p_period, p_date, p_trigger, true, p_basis
  FROM unnest(p_old_ids, p_new_ids) AS pair(old_id, new_id) JOIN task_rule r ON r.id = pair.old_id;

  WITH ended AS (
    UPDATE obligation_standing s SET valid_to = greatest(p_at, s.valid_from + interval '1 microsecond')
    FROM obligation o
    WHERE o.rule_id = ANY (p_old_ids) AND o.trigger_id IS NULL AND o.window_start > p_today
      AND s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL AND s.disposition = 'open'
    RETURNING s.agency_id, s.obligation_id, s.valid_to, s.due_at
  )
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name)
  SELECT ended.agency_id, ended.obligation_id, ended.valid_to, ended.due_at, 'cancelled', 'cancelled', p_note, p_actor_name FROM ended;
  GET DIAGNOSTICS cancelled = ROW_COUNT;

  made := materialise_obligations(
    p_plan_id, p_rule_ids, p_keys, p_window_starts, p_window_ends, p_due_ats,
    array_fill(1, ARRAY[cardinality(p_rule_ids)]), array_fill(NULL::numeric, ARRAY[cardinality(p_rule_ids)]), p_at);
  RETURN NEXT;
END
$$;

GRANT EXECUTE ON FUNCTION gov.current_agency, gov.administrative_audit, gov.assumed_rule_reach, gov.replace_assumed_rules TO gov_admin;
GRANT EXECUTE ON FUNCTION gov.change_standing, gov.end_fulfilments TO gov_office;
GRANT EXECUTE ON FUNCTION gov.pass_duty, gov.take_back_duty, gov.roll_up_own_duty TO gov_app;
GRANT EXECUTE ON FUNCTION gov.passed_counts TO gov_app, gov_office;
GRANT EXECUTE ON FUNCTION gov.passed_from TO gov_app;

ALTER FUNCTION gov.change_standing OWNER TO gov_engine;
ALTER FUNCTION gov.end_fulfilments OWNER TO gov_engine;
ALTER FUNCTION gov.pass_duty OWNER TO gov_engine;
ALTER FUNCTION gov.take_back_duty OWNER TO gov_engine;
ALTER FUNCTION gov.roll_up_duty OWNER TO gov_engine;
ALTER FUNCTION gov.roll_up_own_duty OWNER TO gov_engine;
ALTER FUNCTION gov.roll_up_fulfilment OWNER TO gov_engine;
ALTER FUNCTION gov.passed_counts OWNER TO gov_engine;
ALTER FUNCTION gov.passed_from OWNER TO gov_engine;
ALTER FUNCTION gov.administrative_audit OWNER TO gov_engine;
ALTER FUNCTION gov.assumed_rule_reach OWNER TO gov_engine;
ALTER FUNCTION gov.replace_assumed_rules OWNER TO gov_engine;
REVOKE CREATE ON SCHEMA gov FROM gov_engine;
