-- What was recorded after a day about that day.
-- Immutable once merged: a change is a new script run by a new migration.

-- The duties whose state at an instant reads otherwise by all that is recorded now about what had happened by then: a publication that was logged
-- later or counts no longer, an event that was entered later or was a mistake. What was decided later (more time, an exemption, a notice of days
-- off) took effect later and corrects nothing, so due date and disposition are those of the instant. Null as state_then: not recorded then.
-- Security invoker: row security applies to the caller. Looks at no duty but those about which something was recorded since.
CREATE FUNCTION gov.corrections_at(p_known_before timestamptz, p_as_of timestamptz, p_due_soon_until timestamptz)
RETURNS TABLE (agency_id uuid, id uuid, plan_id uuid, due_at timestamptz, state_then text, state_now text, recorded_at timestamptz)
LANGUAGE sql STABLE ROWS 100
AS $$
  WITH recorded AS (
    SELECT x.agency_id, x.obligation_id, x.valid_from AS at FROM gov.fulfilment x
    WHERE x.valid_from >= p_known_before AND x.valid_to IS NULL AND x.published_at <= p_as_of
    UNION ALL
    SELECT x.agency_id, x.obligation_id, x.valid_to FROM gov.fulfilment x WHERE x.valid_from < p_known_before AND x.valid_to >= p_known_before
    UNION ALL
    SELECT r.agency_id, r.obligation_id, r.valid_from FROM gov.rolled_up_fulfilment r
    WHERE r.valid_from >= p_known_before AND r.valid_to IS NULL AND r.fulfilled_at <= p_as_of
    UNION ALL
    SELECT r.agency_id, r.obligation_id, r.valid_to FROM gov.rolled_up_fulfilment r WHERE r.valid_from < p_known_before AND r.valid_to >= p_known_before
    UNION ALL
    SELECT o.agency_id, o.id, greatest(o.recorded_at, t.cancelled_at)
    FROM gov.trigger_event t
    JOIN gov.obligation o ON o.agency_id = t.agency_id AND o.trigger_id = t.id
    WHERE t.occurred_at < p_as_of AND (o.recorded_at >= p_known_before OR t.cancelled_at >= p_known_before)
  ), touched AS (
    SELECT agency_id, obligation_id, max(at) AS at FROM recorded GROUP BY agency_id, obligation_id
  ), stood AS (
    SELECT o.agency_id, o.id, o.plan_id, o.original_due_at, s.due_at, s.disposition, touched.at, o.recorded_at < p_known_before AS was_known,
      t.cancelled_at IS NOT NULL AND present.reason = 'cancelled' AS was_mistaken,
      least(x.fulfilled_then[o.required_count], r.fulfilled_then) AS fulfilled_then,
      least(x.fulfilled_now[o.required_count], r.fulfilled_now) AS fulfilled_now
    FROM touched
    JOIN gov.obligation o ON o.agency_id = touched.agency_id AND o.id = touched.obligation_id
    LEFT JOIN gov.trigger_event t ON t.agency_id = o.agency_id AND t.id = o.trigger_id
    -- Of a duty that was recorded later, how it stood at first.
    JOIN gov.obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id
      AND s.valid_from < greatest(p_known_before, o.recorded_at + interval '1 microsecond')
      AND (s.valid_to IS NULL OR s.valid_to >= greatest(p_known_before, o.recorded_at + interval '1 microsecond'))
    JOIN gov.obligation_standing present ON present.agency_id = o.agency_id AND present.obligation_id = o.id AND present.valid_to IS NULL
    LEFT JOIN LATERAL (
      SELECT
        array_agg(f.published_at ORDER BY f.published_at)
          FILTER (WHERE f.valid_from < p_known_before AND (f.valid_to IS NULL OR f.valid_to >= p_known_before)) AS fulfilled_then,
        array_agg(f.published_at ORDER BY f.published_at) FILTER (WHERE f.valid_to IS NULL AND f.published_at <= p_as_of) AS fulfilled_now
      FROM gov.fulfilment f
      WHERE f.agency_id = o.agency_id AND f.obligation_id = o.id AND (o.target IS NULL OR f.reported_value >= o.target)
    ) x ON true
    LEFT JOIN LATERAL (
      SELECT
        min(u.fulfilled_at) FILTER (WHERE u.valid_from < p_known_before AND (u.valid_to IS NULL OR u.valid_to >= p_known_before)) AS fulfilled_then,
        min(u.fulfilled_at) FILTER (WHERE u.valid_to IS NULL AND u.fulfilled_at <= p_as_of) AS fulfilled_now
      FROM gov.rolled_up_fulfilment u WHERE u.agency_id = o.agency_id AND u.obligation_id = o.id
    ) r ON true
    -- What a plan lays on an agency is decided when it is published, and what passes to another agency is decided too; only an event can have
    -- happened before it was entered.
    WHERE o.recorded_at < p_known_before OR (t.occurred_at < p_as_of AND s.reason = 'materialised')
  ), said AS (
    SELECT agency_id, id, plan_id, due_at, at,
      CASE WHEN was_known THEN gov.obligation_state(original_due_at, due_at, disposition, fulfilled_then, p_as_of, p_due_soon_until) END AS state_then,
      CASE WHEN was_mistaken THEN 'cancelled'
        ELSE gov.obligation_state(original_due_at, due_at, disposition, fulfilled_now, p_as_of, p_due_soon_until) END AS state_now
    FROM stood
  )
  -- What was entered later and was a mistake is no correction of anything.
  SELECT agency_id, id, plan_id, due_at, state_then, state_now, at FROM said
  WHERE coalesce(state_then, 'cancelled') <> state_now
$$;
GRANT EXECUTE ON FUNCTION gov.corrections_at TO gov_office;
