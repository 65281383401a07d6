-- No two truths about one duty at one time, at a third of the cost: of moving a million due dates the GiST index took two thirds
-- (docs/decisions/0016-calendar-notices.md).
-- Immutable once merged: a change is a new script run by a new migration.

-- A unique index, made by the migration, lets one stretch be open at a time. Whatever is inserted may not overlap what is there, and what is over
-- stays as it was. Together they forbid what the constraint forbade, and nothing goes by a hash any more.
ALTER TABLE gov.obligation_standing DROP CONSTRAINT ex_obligation_standing_valid;

CREATE FUNCTION gov.refuse_overlaps() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = gov, pg_temp
AS $$
BEGIN
  -- Once for each statement, whether it brings one stretch or a million.
  IF EXISTS (
    SELECT FROM added
    JOIN obligation_standing s ON s.agency_id = added.agency_id AND s.obligation_id = added.obligation_id AND s.valid_from <> added.valid_from
    WHERE s.valid_from < coalesce(added.valid_to, 'infinity') AND added.valid_from < coalesce(s.valid_to, 'infinity')) THEN
    RAISE EXCEPTION 'Two standings of one duty overlap.' USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER refuse_overlaps AFTER INSERT ON gov.obligation_standing REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION gov.refuse_overlaps();

CREATE FUNCTION gov.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql SET search_path = gov, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'A standing that is over stays as it was.' USING ERRCODE = 'exclusion_violation';
END
$$;
CREATE TRIGGER refuse_rewriting BEFORE UPDATE ON gov.obligation_standing FOR EACH ROW
  WHEN (OLD.valid_from <> NEW.valid_from OR (OLD.valid_to IS NOT NULL AND OLD.valid_to IS DISTINCT FROM NEW.valid_to))
  EXECUTE FUNCTION gov.refuse_rewriting();

GRANT CREATE ON SCHEMA gov TO gov_engine;
ALTER FUNCTION gov.refuse_overlaps OWNER TO gov_engine;
REVOKE CREATE ON SCHEMA gov FROM gov_engine;
