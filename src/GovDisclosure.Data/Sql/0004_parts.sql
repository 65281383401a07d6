-- Parts fall away with their whole: whoever ends that a duty is owed ends it for the parts that were passed down, in the same transaction.
-- Immutable once merged: a change is a new script run by a new migration.

-- The parts of a duty that is no longer owed are neither, from the same instant on and on the same ground; what was published for them stays as
-- it was recorded. Called by the trigger below only, so that no login gets a right to another's rows.
CREATE FUNCTION gov.release_parts(
  p_agency_id uuid, p_obligation_id uuid, p_disposition text, p_note text, p_actor_name text, p_at timestamptz)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
DECLARE
  part duty_part%ROWTYPE;
  present obligation_standing%ROWTYPE;
BEGIN
  FOR part IN
    UPDATE duty_part SET taken_back_at = greatest(p_at, passed_at + interval '1 microsecond'), taken_back_by_name = p_actor_name,
      taken_back_reason = left(p_note, 500)
    WHERE agency_id = p_agency_id AND obligation_id = p_obligation_id AND taken_back_at IS NULL
    RETURNING *
  LOOP
    -- A part that fell away by itself, as with a rule that was replaced, says so already.
    UPDATE obligation_standing SET valid_to = greatest(part.taken_back_at, valid_from + interval '1 microsecond')
    WHERE agency_id = part.sub_unit_id AND obligation_id = part.part_obligation_id AND valid_to IS NULL AND disposition = 'open'
    RETURNING * INTO present;
    IF FOUND THEN
      INSERT INTO obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason, note, actor_name)
      VALUES (part.sub_unit_id, part.part_obligation_id, present.valid_to, present.due_at, p_disposition, 'whole_released', p_note, p_actor_name);
    END IF;
    -- The portal acts here, upon what the person named decided about the whole.
    INSERT INTO audit_entry (agency_id, id, at, actor_name, action, subject_id, details)
    VALUES
      (part.sub_unit_id, gen_random_uuid(), p_at, coalesce(p_actor_name, ''), 'part.released', part.part_obligation_id,
        jsonb_build_object('District', part.agency_id, 'Disposition', p_disposition, 'Reason', p_note)),
      (part.agency_id, gen_random_uuid(), p_at, coalesce(p_actor_name, ''), 'part.released', part.obligation_id,
        jsonb_build_object('SubUnit', part.sub_unit_id, 'Part', part.part_obligation_id, 'Disposition', p_disposition, 'Reason', p_note));
    PERFORM roll_up_duty(part.agency_id, part.obligation_id, part.taken_back_at);
  END LOOP;
END
$$;

-- A trigger, because three hands end that a duty is owed: the office by its decision, the district by cancelling what started it, and an
-- administrator by replacing a rule. None of them can forget the parts.
CREATE FUNCTION gov.release_parts_of_whole() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
BEGIN
  PERFORM release_parts(NEW.agency_id, NEW.obligation_id, NEW.disposition, NEW.note, NEW.actor_name, NEW.valid_from);
  RETURN NULL;
END
$$;
CREATE TRIGGER release_parts AFTER INSERT ON gov.obligation_standing FOR EACH ROW WHEN (NEW.disposition <> 'open')
  EXECUTE FUNCTION gov.release_parts_of_whole();

GRANT CREATE ON SCHEMA gov TO gov_engine;
ALTER FUNCTION gov.release_parts OWNER TO gov_engine;
ALTER FUNCTION gov.release_parts_of_whole OWNER TO gov_engine;
REVOKE CREATE ON SCHEMA gov FROM gov_engine;

-- Parts whose whole is no longer owed already, from now on: until now they were shown as owed, and the past stays as it was shown.
SET LOCAL ROLE gov_engine;
SELECT gov.release_parts(s.agency_id, s.obligation_id, s.disposition, s.note, s.actor_name, greatest(now(), s.valid_from))
FROM gov.obligation_standing s
WHERE s.valid_to IS NULL AND s.disposition <> 'open'
  AND EXISTS (SELECT FROM gov.duty_part p WHERE p.agency_id = s.agency_id AND p.obligation_id = s.obligation_id AND p.taken_back_at IS NULL);
RESET ROLE;
