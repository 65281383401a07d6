-- The municipal office makes plans of documents: drafts are its own, and a publication writes what is public.
-- Immutable once merged: a change is a new script run by a new migration.

ALTER TABLE gov.plan_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE gov.plan_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY office_reads ON gov.plan_draft FOR SELECT TO gov_office USING (true);
CREATE POLICY office_inserts ON gov.plan_draft FOR INSERT TO gov_office WITH CHECK (true);
-- What became a plan, or was put away, stays as it was.
CREATE POLICY office_updates ON gov.plan_draft FOR UPDATE TO gov_office USING (published_at IS NULL AND discarded_at IS NULL) WITH CHECK (true);
GRANT SELECT, INSERT ON gov.plan_draft TO gov_office;
GRANT UPDATE (content, changed_at, changed_by_name, published_at, discarded_at) ON gov.plan_draft TO gov_office;

-- A plan is written once, and read by everybody.
GRANT INSERT ON gov.work_plan, gov.plan_section, gov.plan_subsection, gov.plan_item, gov.disclosure_task, gov.assignment, gov.task_rule,
  gov.agency, gov.agency_group TO gov_office;

-- Its duties are the engine's to make, for every agency that it reaches.
GRANT CREATE ON SCHEMA gov TO gov_engine;
SET LOCAL ROLE gov_engine;
GRANT EXECUTE ON FUNCTION gov.materialise_obligations TO gov_office;
RESET ROLE;
REVOKE CREATE ON SCHEMA gov FROM gov_engine;
