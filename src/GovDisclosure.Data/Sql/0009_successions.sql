-- Agencies that take the place of others, and groups that the office narrows for a task: whom a plan's tasks reach from then on, and what
-- passes to whom.
-- Immutable once merged: a change is a new script run by a new migration.

-- What was announced and done is public, like the register; who did it is not. Administrators enter, withdraw and carry out.
GRANT SELECT (id, predecessor_name, predecessor_id, successor_name, successor_id, effective_from, note, carried_out_at, withdrawn_at) ON gov.agency_succession TO gov_public, gov_app;
GRANT SELECT ON gov.agency_succession TO gov_office, gov_admin, gov_engine;
GRANT INSERT ON gov.agency_succession TO gov_admin;
GRANT UPDATE (predecessor_id, successor_id, withdrawn_at, withdrawn_by_name) ON gov.agency_succession TO gov_admin;
GRANT UPDATE (carried_out_at, carried_out_by_name) ON gov.agency_succession TO gov_engine;

-- Which members of a group a task means is public; the office chooses, and a choice ends where the next begins.
GRANT SELECT (id, assignment_id, valid_from, valid_to, note) ON gov.assignment_choice TO gov_public;
GRANT SELECT ON gov.assignment_choice TO gov_app, gov_office, gov_admin, gov_engine;
GRANT SELECT ON gov.assignment_choice_member TO gov_public, gov_app, gov_office, gov_admin, gov_engine;
GRANT INSERT ON gov.assignment_choice, gov.assignment_choice_member TO gov_office;
GRANT UPDATE (valid_to) ON gov.assignment_choice TO gov_office;

-- Who stands in an agency's place today: the last of its successors. Nothing for an agency that stands in its own place.
CREATE FUNCTION gov.agency_heirs()
RETURNS TABLE (agency_id uuid, heir_id uuid)
LANGUAGE sql STABLE
AS $$
  WITH RECURSIVE step AS (
    SELECT predecessor_id, successor_id FROM gov.agency_succession WHERE carried_out_at IS NOT NULL
  ), chain(agency_id, heir_id, steps) AS (
    SELECT predecessor_id, successor_id, 1 FROM step
    UNION ALL
    -- The rules let no circle be entered; should there be one, the count ends it.
    SELECT chain.agency_id, step.successor_id, chain.steps + 1 FROM chain JOIN step ON step.predecessor_id = chain.heir_id WHERE chain.steps < 50
  )
  SELECT DISTINCT ON (chain.agency_id) chain.agency_id, chain.heir_id FROM chain ORDER BY chain.agency_id, chain.steps DESC
$$;

-- As in 0008; a group is narrowed to those whom the office chose for the task, and whoever was succeeded is reached in the successor.
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
    JOIN gov.assignment a ON a.task_id = task.id
    LEFT JOIN gov.agency_group_member m ON m.group_id = a.assignee_group_id
      AND m.valid_from <= plan.issued_on AND (m.valid_to IS NULL OR m.valid_to >= plan.issued_on)
    LEFT JOIN heir ON heir.agency_id = coalesce(a.assignee_agency_id, m.member_agency_id)
    LEFT JOIN gov.assignment_choice choice ON choice.assignment_id = a.id AND choice.valid_to IS NULL
    WHERE task.plan_id = p_plan_id AND (choice.id IS NULL OR EXISTS (
      SELECT FROM gov.assignment_choice_member chosen
      LEFT JOIN heir chosen_heir ON chosen_heir.agency_id = chosen.member_agency_id
      WHERE chosen.choice_id = choice.id
        AND coalesce(chosen_heir.heir_id, chosen.member_agency_id) = coalesce(heir.heir_id, m.member_agency_id)))
  ) named
  WHERE named.agency_id IS NOT NULL
  ORDER BY named.task_id, named.agency_id, array_position(ARRAY['lead', 'joint_lead', 'responsible', 'cooperating']::varchar[], named.role)
$$;

GRANT EXECUTE ON FUNCTION gov.agency_heirs TO gov_public, gov_app, gov_office, gov_admin, gov_engine, gov_owner;

-- What the engine writes where an agency takes another's place.
GRANT INSERT ON gov.trigger_event, gov.penalty_case, gov.case_exemption, gov.obligation_basis, gov.disclosure, gov.fulfilment, gov.duty_request,
  gov.request_decision, gov.agency_group_member TO gov_engine;
GRANT SELECT ON gov.penalty_case, gov.case_exemption TO gov_engine;
GRANT UPDATE (cancelled_at, cancelled_by_name, cancelled_reason) ON gov.trigger_event TO gov_engine;
GRANT UPDATE (withdrawn_at, withdrawn_note) ON gov.duty_request TO gov_engine;
GRANT UPDATE (decided_at, decided_by_name, approved, decision_note) ON gov.case_exemption TO gov_engine;
GRANT UPDATE (valid_to) ON gov.agency, gov.agency_group_member TO gov_engine;

GRANT CREATE ON SCHEMA gov TO gov_engine;
SET LOCAL ROLE gov_engine;

-- As in 0008; an occurrence that a predecessor had is not made again for the successor: open it passed, and done it stays with whoever did it.
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
  ), heir AS MATERIALIZED (
    SELECT * FROM agency_heirs()
  ), made AS (
    INSERT INTO obligation (agency_id, id, plan_id, task_id, rule_id, occurrence_key, role, window_start, window_end, original_due_at,
      required_count, target, recorded_at)
    SELECT r.agency_id, gen_random_uuid(), p_plan_id, r.task_id, o.rule_id, o.occurrence_key, r.role, o.window_start, o.window_end, o.due_at,
      o.required_count, o.target, p_at
    FROM occurrence o
    JOIN task_rule rule ON rule.id = o.rule_id
    JOIN reached r ON r.task_id = rule.task_id
    WHERE NOT EXISTS (
      SELECT FROM heir JOIN obligation held ON held.agency_id = heir.agency_id AND held.rule_id = o.rule_id AND held.occurrence_key = o.occurrence_key
      WHERE heir.heir_id = r.agency_id)
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

-- The duties of agencies that are owed and not done: what passes to a successor. Called by the engine's own functions.
CREATE FUNCTION gov.duties_to_pass(p_agency_ids uuid[])
RETURNS TABLE (agency_id uuid, id uuid, rule_id uuid, occurrence_key varchar, role varchar, due_at timestamptz, original_due_at timestamptz, trigger_id uuid, done int)
LANGUAGE sql STABLE SET search_path = gov, pg_temp
AS $$
  SELECT o.agency_id, o.id, o.rule_id, o.occurrence_key, o.role, o.due_at, o.original_due_at, o.trigger_id, o.published_count
  FROM obligations_at('infinity', 'infinity', 'infinity') o
  WHERE o.agency_id = ANY (p_agency_ids) AND o.disposition = 'open' AND o.fulfilled_at IS NULL
$$;

-- What would pass if a succession were carried out now, for each agency that ends by it: counts only.
CREATE FUNCTION gov.succession_reach(p_succession_id uuid)
RETURNS TABLE (predecessor_id uuid, duties int, shared int, triggers int, cases int, requests int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
  WITH wanted AS (
    SELECT other.predecessor_id, other.successor_id FROM agency_succession one
    JOIN agency_succession other ON other.successor_name = one.successor_name AND other.effective_from = one.effective_from
      AND other.carried_out_at IS NULL AND other.withdrawn_at IS NULL AND other.predecessor_id IS NOT NULL
    WHERE one.id = p_succession_id
  ), passing AS MATERIALIZED (
    SELECT * FROM duties_to_pass(ARRAY(SELECT predecessor_id FROM wanted))
  )
  SELECT w.predecessor_id, count(p.id)::int,
    (count(p.id) FILTER (WHERE EXISTS (
      SELECT FROM passing twin WHERE twin.rule_id = p.rule_id AND twin.occurrence_key = p.occurrence_key AND twin.agency_id <> p.agency_id)
      OR EXISTS (SELECT FROM obligation own WHERE own.agency_id = w.successor_id AND own.rule_id = p.rule_id AND own.occurrence_key = p.occurrence_key)))::int,
    count(DISTINCT p.trigger_id)::int,
    (SELECT count(*)::int FROM penalty_case c WHERE c.agency_id = w.predecessor_id AND c.obligation_id IN (SELECT q.id FROM passing q WHERE q.agency_id = w.predecessor_id)),
    (SELECT count(*)::int FROM duty_request r WHERE r.agency_id = w.predecessor_id AND r.withdrawn_at IS NULL
      AND r.obligation_id IN (SELECT q.id FROM passing q WHERE q.agency_id = w.predecessor_id)
      AND NOT EXISTS (SELECT FROM request_decision d WHERE d.agency_id = r.agency_id AND d.request_id = r.id))
  FROM wanted w LEFT JOIN passing p ON p.agency_id = w.predecessor_id
  GROUP BY w.predecessor_id, w.successor_id
$$;

-- The identity of a row that passes, in the successor's hands: the same whenever it is asked for.
CREATE FUNCTION gov.passed_id(p_succession_id uuid, p_id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT md5(p_succession_id::text || p_id::text)::uuid $$;

-- Carries out a reform: every announced succession with the same successor and day. Open duties end with the predecessor and are made for the
-- successor, with what started them, what binds them, what was granted and what of them is done; all that is closed stays where it is. Of an
-- occurrence that several had, the successor owes one: by the earliest date in force, in the strongest role, and as far as the one that got
-- farthest, so that nothing is done by a merger alone. Called again it does nothing. The caller is an administrator, and has checked the rules.
CREATE FUNCTION gov.carry_out_succession(p_succession_id uuid, p_actor_id uuid, p_actor_name text, p_at timestamptz)
RETURNS TABLE (predecessors int, duties int, triggers int, cases int, requests int)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  reform agency_succession%ROWTYPE;
  heir agency%ROWTYPE;
  olds uuid[];
  open_ids uuid[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('successions', 0));
  SELECT * INTO reform FROM agency_succession s WHERE s.id = p_succession_id;
  IF NOT FOUND OR reform.carried_out_at IS NOT NULL THEN
    RETURN;
  END IF;
  SELECT array_agg(s.predecessor_id) INTO olds FROM agency_succession s
  WHERE s.successor_id = reform.successor_id AND s.effective_from = reform.effective_from
    AND s.carried_out_at IS NULL AND s.withdrawn_at IS NULL AND s.predecessor_id IS NOT NULL;
  SELECT * INTO heir FROM agency a WHERE a.id = reform.successor_id;
  IF reform.withdrawn_at IS NOT NULL OR heir.id IS NULL OR reform.predecessor_id IS NULL
    OR reform.effective_from > (p_at AT TIME ZONE 'UTC' + interval '8 hours')::date
    OR EXISTS (SELECT FROM agency unit WHERE unit.parent_id = ANY (olds) AND (unit.valid_to IS NULL OR unit.valid_to >= reform.effective_from)) THEN
    RAISE EXCEPTION 'The succession cannot be carried out.' USING ERRCODE = 'check_violation';
  END IF;

  SELECT coalesce(array_agg(p.id), '{}') INTO open_ids FROM duties_to_pass(olds) p;
  PERFORM 1 FROM obligation_standing s WHERE s.agency_id = ANY (olds) AND s.obligation_id = ANY (open_ids) AND s.valid_to IS NULL FOR UPDATE;

  -- What started them. A number that the successor has already, or gets twice, names whose it was.
  WITH passing AS (
    SELECT DISTINCT t.*, a.short_name FROM duties_to_pass(olds) p
    JOIN trigger_event t ON t.agency_id = p.agency_id AND t.id = p.trigger_id
    JOIN agency a ON a.id = t.agency_id
  )
  INSERT INTO trigger_event (agency_id, id, kind, task_id, reference, title, occurred_at, recorded_at, recorded_by_name, is_sample)
  SELECT heir.id, passed_id(reform.id, t.id), t.kind, t.task_id,
    CASE WHEN row_number() OVER (PARTITION BY t.kind, t.reference ORDER BY t.occurred_at, t.id) > 1 OR EXISTS (
      SELECT FROM trigger_event own WHERE own.agency_id = heir.id AND own.kind = t.kind AND own.reference = t.reference AND own.cancelled_at IS NULL)
      THEN left(t.reference, 55) || '（' || left(t.short_name, 40) || '）' ELSE t.reference END,
    t.title, t.occurred_at, p_at, t.short_name, t.is_sample
  FROM passing t;

  -- One duty of each occurrence: by the earliest date in force, in the strongest role.
  INSERT INTO obligation (agency_id, id, plan_id, task_id, rule_id, occurrence_key, role, window_start, window_end, original_due_at,
    required_count, target, trigger_id, recorded_at, inherited_from_agency_id, inherited_from_obligation_id)
  SELECT DISTINCT ON (o.rule_id, o.occurrence_key)
    heir.id, passed_id(reform.id, o.id), o.plan_id, o.task_id, o.rule_id, o.occurrence_key,
    (array_agg(p.role) OVER (PARTITION BY o.rule_id, o.occurrence_key
      ORDER BY array_position(ARRAY['lead', 'joint_lead', 'responsible', 'cooperating']::varchar[], p.role)
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))[1],
    o.window_start, o.window_end, o.original_due_at, o.required_count, o.target, passed_id(reform.id, o.trigger_id), p_at, o.agency_id, o.id
  FROM duties_to_pass(olds) p
  JOIN obligation o ON o.agency_id = p.agency_id AND o.id = p.id
  ORDER BY o.rule_id, o.occurrence_key, p.due_at, p.original_due_at, o.id
  ON CONFLICT (agency_id, rule_id, occurrence_key) WHERE passed_obligation_id IS NULL DO NOTHING;

  -- The successor's own of the same occurrence: owed from now on by the earlier date, also where it was not owed before, and left alone where it is done.
  WITH passing AS (
    SELECT p.rule_id, p.occurrence_key, min(p.due_at) AS due_at, string_agg(DISTINCT a.short_name, '、') AS names
    FROM duties_to_pass(olds) p JOIN agency a ON a.id = p.agency_id GROUP BY p.rule_id, p.occurrence_key
  ), own AS (
    SELECT o.id, o.disposition, o.due_at AS own_due_at, passing.due_at, passing.names
    FROM obligations_at('infinity', 'infinity', 'infinity') o
    JOIN passing ON passing.rule_id = o.rule_id AND passing.occurrence_key = o.occurrence_key
    WHERE o.agency_id = heir.id AND o.fulfilled_at IS NULL
  ), ended AS (
    UPDATE obligation_standing s SET valid_to = greatest(p_at, s.valid_from + interval '1 microsecond')
    FROM own WHERE s.agency_id = heir.id AND s.obligation_id = own.id AND s.valid_to IS NULL
    RETURNING s.obligation_id, s.valid_to
  )
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name)
  SELECT heir.id, own.id, ended.valid_to, CASE WHEN own.disposition = 'open' THEN least(own.own_due_at, own.due_at) ELSE own.due_at END,
    'open', 'taken_over', left(own.names, 1000), p_actor_name
  FROM own JOIN ended ON ended.obligation_id = own.id;

  -- Those that are new.
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name)
  SELECT heir.id, passed_id(reform.id, p.id), p_at, p.due_at, 'open', 'taken_over', left((
      SELECT string_agg(DISTINCT a.short_name, '、') FROM duties_to_pass(olds) twin JOIN agency a ON a.id = twin.agency_id
      WHERE twin.rule_id = p.rule_id AND twin.occurrence_key = p.occurrence_key), 1000), p_actor_name
  FROM duties_to_pass(olds) p
  JOIN obligation made ON made.agency_id = heir.id AND made.id = passed_id(reform.id, p.id);

  -- Every basis that binds, and the time that was granted: the clock counts on as it did. Why it was asked for stays where it was said.
  INSERT INTO obligation_basis
  SELECT (jsonb_populate_record(NULL::obligation_basis, to_jsonb(b) || jsonb_build_object('agency_id', heir.id, 'obligation_id', made.id))).*
  FROM obligation made
  JOIN obligation_basis b ON b.agency_id = made.inherited_from_agency_id AND b.obligation_id = made.inherited_from_obligation_id
  WHERE made.agency_id = heir.id AND made.inherited_from_agency_id = ANY (olds) AND made.inherited_from_obligation_id = ANY (open_ids);

  WITH granted AS (
    SELECT r.*, made.id AS made_id, a.short_name FROM obligation made
    JOIN duty_request r ON r.agency_id = made.inherited_from_agency_id AND r.obligation_id = made.inherited_from_obligation_id AND r.kind <> 'exemption'
    JOIN request_decision d ON d.agency_id = r.agency_id AND d.request_id = r.id AND d.granted AND d.revoked_at IS NULL
    JOIN agency a ON a.id = r.agency_id
    WHERE made.agency_id = heir.id AND made.inherited_from_agency_id = ANY (olds) AND made.inherited_from_obligation_id = ANY (open_ids)
  ), asked AS (
    INSERT INTO duty_request (agency_id, id, request_key, obligation_id, kind, reason, due_on, extend_by, stop_from, stop_to, asked_at, asked_by_name, is_sample)
    SELECT heir.id, passed_id(reform.id, g.id), gen_random_uuid(), g.made_id, g.kind, g.short_name, g.due_on, g.extend_by, g.stop_from, g.stop_to,
      g.asked_at, g.short_name, g.is_sample
    FROM granted g
    RETURNING id
  )
  INSERT INTO request_decision (agency_id, request_id, granted, due_on, extend_by, note, decided_at, decided_by_id, decided_by_name)
  SELECT heir.id, passed_id(reform.id, g.id), true, d.due_on, d.extend_by, NULL, d.decided_at, d.decided_by_id, d.decided_by_name
  FROM granted g
  JOIN request_decision d ON d.agency_id = g.agency_id AND d.request_id = g.id
  WHERE EXISTS (SELECT FROM asked WHERE asked.id = passed_id(reform.id, g.id));

  -- Cases that wait for their publication, with the parts that were exempted from it.
  INSERT INTO penalty_case
  SELECT (jsonb_populate_record(NULL::penalty_case, to_jsonb(c) || jsonb_build_object(
    'agency_id', heir.id, 'id', passed_id(reform.id, c.id), 'trigger_id', passed_id(reform.id, c.trigger_id),
    'obligation_id', passed_id(reform.id, c.obligation_id), 'request_key', gen_random_uuid(), 'corrects_case_id', NULL))).*
  FROM penalty_case c
  WHERE c.agency_id = ANY (olds) AND c.obligation_id = ANY (open_ids);

  INSERT INTO case_exemption
  SELECT (jsonb_populate_record(NULL::case_exemption, to_jsonb(e) || jsonb_build_object(
    'agency_id', heir.id, 'id', passed_id(reform.id, e.id), 'case_id', passed_id(reform.id, e.case_id)))).*
  FROM case_exemption e
  JOIN penalty_case c ON c.agency_id = e.agency_id AND c.id = e.case_id
  WHERE c.agency_id = ANY (olds) AND c.obligation_id = ANY (open_ids) AND e.approved;

  -- What is done of a duty counts on: of each publication the title, the address and the time. Of several that count towards one occurrence,
  -- those of the agency that got farthest, and no more than bring the successor as far.
  WITH passing AS MATERIALIZED (
    SELECT DISTINCT ON (p.rule_id, p.occurrence_key) p.*, own.id AS own_id, own.published_count AS own_done
    FROM duties_to_pass(olds) p
    JOIN obligations_at('infinity', 'infinity', 'infinity') own
      ON own.agency_id = heir.id AND own.rule_id = p.rule_id AND own.occurrence_key = p.occurrence_key
    WHERE p.done > 0
    ORDER BY p.rule_id, p.occurrence_key, p.done DESC, p.due_at, p.id
  ), counted AS MATERIALIZED (
    SELECT p.own_id, f.disclosure_id, f.agency_id, f.published_at, f.reported_value
    FROM passing p
    CROSS JOIN LATERAL (
      SELECT x.* FROM fulfilment x JOIN obligation o ON o.agency_id = x.agency_id AND o.id = x.obligation_id
      WHERE x.agency_id = p.agency_id AND x.obligation_id = p.id AND x.valid_to IS NULL AND (o.target IS NULL OR x.reported_value >= o.target)
      ORDER BY x.published_at DESC LIMIT greatest(p.done - p.own_done, 0)
    ) f
  ), copied AS (
    INSERT INTO disclosure (agency_id, id, request_key, title, address, published_at, has_time, logged_at, logged_by_name, is_sample)
    SELECT DISTINCT ON (d.agency_id, d.id) heir.id, passed_id(reform.id, d.id), gen_random_uuid(), d.title, d.address, d.published_at, d.has_time,
      p_at, a.short_name, d.is_sample
    FROM counted c
    JOIN disclosure d ON d.agency_id = c.agency_id AND d.id = c.disclosure_id
    JOIN agency a ON a.id = d.agency_id
    RETURNING id
  )
  INSERT INTO fulfilment (agency_id, obligation_id, disclosure_id, valid_from, published_at, reported_value)
  SELECT heir.id, c.own_id, copied.id, p_at, c.published_at, c.reported_value
  FROM counted c JOIN copied ON copied.id = passed_id(reform.id, c.disclosure_id);

  -- The predecessors' own end here: what waits for an answer, the cases, what started them, and the duties themselves.
  UPDATE duty_request r SET withdrawn_at = greatest(p_at, r.asked_at), withdrawn_note = heir.short_name
  WHERE r.agency_id = ANY (olds) AND r.obligation_id = ANY (open_ids) AND r.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT FROM request_decision d WHERE d.agency_id = r.agency_id AND d.request_id = r.id);
  GET DIAGNOSTICS requests = ROW_COUNT;
  UPDATE case_exemption e SET decided_at = greatest(p_at, e.asked_at), approved = false, decided_by_name = p_actor_name, decision_note = heir.short_name
  FROM penalty_case c
  WHERE c.agency_id = e.agency_id AND c.id = e.case_id AND c.agency_id = ANY (olds) AND c.obligation_id = ANY (open_ids) AND e.decided_at IS NULL;
  SELECT count(*)::int INTO cases FROM penalty_case c WHERE c.agency_id = ANY (olds) AND c.obligation_id = ANY (open_ids);
  SELECT count(DISTINCT o.trigger_id)::int INTO triggers FROM obligation o WHERE o.agency_id = ANY (olds) AND o.id = ANY (open_ids);
  UPDATE trigger_event t SET cancelled_at = greatest(p_at, t.recorded_at), cancelled_by_name = p_actor_name, cancelled_reason = heir.short_name
  WHERE t.agency_id = ANY (olds) AND t.cancelled_at IS NULL
    AND t.id IN (SELECT o.trigger_id FROM obligation o WHERE o.agency_id = ANY (olds) AND o.id = ANY (open_ids))
    -- One of whose duties is done stays as it is.
    AND NOT EXISTS (SELECT FROM obligation o WHERE o.agency_id = t.agency_id AND o.trigger_id = t.id AND o.id <> ALL (open_ids));

  WITH ended AS (
    UPDATE obligation_standing s SET valid_to = greatest(p_at, s.valid_from + interval '1 microsecond')
    WHERE s.agency_id = ANY (olds) AND s.obligation_id = ANY (open_ids) AND s.valid_to IS NULL
    RETURNING s.agency_id, s.obligation_id, s.valid_to, s.due_at
  )
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name)
  SELECT e.agency_id, e.obligation_id, e.valid_to, e.due_at, 'cancelled', 'handed_over', heir.short_name, p_actor_name FROM ended e;
  GET DIAGNOSTICS duties = ROW_COUNT;

  -- The register: the groups have the successor from the day on, and the predecessors end on the day before.
  INSERT INTO agency_group_member (group_id, member_agency_id, valid_from, valid_to)
  SELECT m.group_id, heir.id, greatest(min(m.valid_from), reform.effective_from), nullif(max(coalesce(m.valid_to, 'infinity')), 'infinity')
  FROM agency_group_member m
  WHERE m.member_agency_id = ANY (olds) AND (m.valid_to IS NULL OR m.valid_to >= reform.effective_from)
    AND NOT EXISTS (SELECT FROM agency_group_member own
      WHERE own.group_id = m.group_id AND own.member_agency_id = heir.id AND (own.valid_to IS NULL OR own.valid_to >= reform.effective_from))
  GROUP BY m.group_id;
  UPDATE agency_group_member m SET valid_to = greatest(reform.effective_from - 1, m.valid_from - 1)
  WHERE m.member_agency_id = ANY (olds) AND (m.valid_to IS NULL OR m.valid_to >= reform.effective_from);
  UPDATE agency a SET valid_to = reform.effective_from - 1
  WHERE a.id = ANY (olds) AND (a.valid_to IS NULL OR a.valid_to >= reform.effective_from);
  UPDATE agency_succession s SET carried_out_at = p_at, carried_out_by_name = p_actor_name
  WHERE s.predecessor_id = ANY (olds) AND s.successor_id = heir.id AND s.carried_out_at IS NULL AND s.withdrawn_at IS NULL;
  GET DIAGNOSTICS predecessors = ROW_COUNT;

  INSERT INTO audit_entry (agency_id, id, at, actor_id, actor_name, action, subject_id, details)
  SELECT old.id, gen_random_uuid(), p_at, p_actor_id, p_actor_name, 'succession.handed_over', reform.id,
    jsonb_build_object('Successor', heir.short_name, 'Duties', (SELECT count(*) FROM obligation o WHERE o.agency_id = old.id AND o.id = ANY (open_ids)))
  FROM unnest(olds) AS old(id)
  UNION ALL
  SELECT heir.id, gen_random_uuid(), p_at, p_actor_id, p_actor_name, 'succession.taken_over', reform.id,
    jsonb_build_object('Predecessors', (SELECT jsonb_agg(a.short_name) FROM agency a WHERE a.id = ANY (olds)), 'Duties', duties);
  RETURN NEXT;
END
$$;

-- Makes hold which members of a group a task means, as the standing choice says: open duties of those left out end, and those that ended so and
-- are not due yet are owed again where the agency is meant again. What is done stays, and so does what another assignment of the task lays on the
-- agency. New occurrences are for materialise_obligations. Only the office may call it.
CREATE FUNCTION gov.apply_choice(p_assignment_id uuid, p_note text, p_actor_name text, p_at timestamptz)
RETURNS TABLE (ended int, reopened int)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  named record;
  reached uuid[];
  grouped uuid[];
BEGIN
  SELECT a.task_id, a.assignee_group_id, task.plan_id, plan.issued_on INTO named
  FROM assignment a JOIN disclosure_task task ON task.id = a.task_id JOIN work_plan plan ON plan.id = task.plan_id
  WHERE a.id = p_assignment_id AND a.assignee_group_id IS NOT NULL;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  SELECT coalesce(array_agg(r.agency_id), '{}') INTO reached FROM task_reach(named.plan_id) r WHERE r.task_id = named.task_id;
  SELECT coalesce(array_agg(DISTINCT coalesce(heir.heir_id, m.member_agency_id)), '{}') INTO grouped
  FROM agency_group_member m LEFT JOIN agency_heirs() heir ON heir.agency_id = m.member_agency_id
  WHERE m.group_id = named.assignee_group_id AND m.valid_from <= named.issued_on AND (m.valid_to IS NULL OR m.valid_to >= named.issued_on);

  WITH leaving AS (
    SELECT o.agency_id, o.id FROM obligations_at('infinity', 'infinity', 'infinity') o
    WHERE o.agency_id = ANY (grouped) AND o.agency_id <> ALL (reached) AND o.task_id = named.task_id
      AND o.disposition = 'open' AND o.fulfilled_at IS NULL
  ), closed AS (
    UPDATE obligation_standing s SET valid_to = greatest(p_at, s.valid_from + interval '1 microsecond')
    FROM leaving WHERE s.agency_id = leaving.agency_id AND s.obligation_id = leaving.id AND s.valid_to IS NULL
    RETURNING s.agency_id, s.obligation_id, s.valid_to, s.due_at
  )
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name)
  SELECT closed.agency_id, closed.obligation_id, closed.valid_to, closed.due_at, 'cancelled', 'narrowed', p_note, p_actor_name FROM closed;
  GET DIAGNOSTICS ended = ROW_COUNT;

  WITH coming AS (
    SELECT s.agency_id, s.obligation_id FROM obligation_standing s
    JOIN obligation o ON o.agency_id = s.agency_id AND o.id = s.obligation_id AND o.task_id = named.task_id
    WHERE s.agency_id = ANY (grouped) AND s.agency_id = ANY (reached) AND s.valid_to IS NULL AND s.reason = 'narrowed' AND s.due_at > p_at
  ), closed AS (
    UPDATE obligation_standing s SET valid_to = greatest(p_at, s.valid_from + interval '1 microsecond')
    FROM coming WHERE s.agency_id = coming.agency_id AND s.obligation_id = coming.obligation_id AND s.valid_to IS NULL
    RETURNING s.agency_id, s.obligation_id, s.valid_to, s.due_at
  )
  INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name)
  SELECT closed.agency_id, closed.obligation_id, closed.valid_to, closed.due_at, 'open', 'chosen_again', p_note, p_actor_name FROM closed;
  GET DIAGNOSTICS reopened = ROW_COUNT;
  RETURN NEXT;
END
$$;

GRANT EXECUTE ON FUNCTION gov.apply_choice TO gov_office;
GRANT EXECUTE ON FUNCTION gov.duties_to_pass, gov.passed_id TO gov_engine;
GRANT EXECUTE ON FUNCTION gov.succession_reach, gov.carry_out_succession TO gov_admin;
ALTER FUNCTION gov.succession_reach OWNER TO gov_engine;
ALTER FUNCTION gov.carry_out_succession OWNER TO gov_engine;
ALTER FUNCTION gov.apply_choice OWNER TO gov_engine;
REVOKE CREATE ON SCHEMA gov FROM gov_engine;
