-- Who may see and write what. Wall two of tenancy; wall one is the query filter in GovDbContext.
-- Immutable once merged: a change is a new script run by a new migration.

REVOKE ALL ON SCHEMA gov FROM PUBLIC;
GRANT USAGE ON SCHEMA gov TO gov_app, gov_office, gov_public, gov_engine;
-- Functions made from here on are for nobody until a grant names somebody.
ALTER DEFAULT PRIVILEGES FOR ROLE gov_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- The tenant of this connection. Empty after a reset of the pooled connection, and no tenant means no rows.
CREATE FUNCTION gov.current_agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('app.agency_id', true), '')::uuid $$;

-- What everybody may read: the plan, who is in it, the calendar. Written only by the owner of the tables.
GRANT SELECT ON gov.agency, gov.agency_group, gov.agency_group_member, gov.work_plan, gov.plan_section, gov.plan_subsection,
  gov.plan_item, gov.disclosure_task, gov.assignment, gov.task_rule, gov.calendar_year, gov.calendar_entry
  TO gov_app, gov_office, gov_public, gov_engine;

-- Tenant-owned tables. The sub-selects are not decoration: without them the planner may walk a whole index (measured 150 ms to 0.5 ms).
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['trigger_event', 'obligation', 'obligation_standing', 'disclosure', 'fulfilment', 'audit_entry']
  LOOP
    EXECUTE format('ALTER TABLE gov.%I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE gov.%I FORCE ROW LEVEL SECURITY', tenant_table);
    -- An agency reads its own rows, and a district those of its sub-units.
    EXECUTE format($p$CREATE POLICY app_reads ON gov.%I FOR SELECT TO gov_app USING (
      agency_id = (SELECT gov.current_agency())
      OR agency_id IN (SELECT unit.id FROM gov.agency unit WHERE unit.parent_id = (SELECT gov.current_agency())))$p$, tenant_table);
    -- The municipal office reads every agency's rows.
    EXECUTE format('CREATE POLICY office_reads ON gov.%I FOR SELECT TO gov_office USING (true)', tenant_table);
    -- Each writes only its own agency's rows; the office is an agency too.
    EXECUTE format($p$CREATE POLICY own_inserts ON gov.%I FOR INSERT TO gov_app, gov_office
      WITH CHECK (agency_id = (SELECT gov.current_agency()))$p$, tenant_table);
    EXECUTE format($p$CREATE POLICY own_updates ON gov.%I FOR UPDATE TO gov_app, gov_office
      USING (agency_id = (SELECT gov.current_agency()))
      WITH CHECK (agency_id = (SELECT gov.current_agency()))$p$, tenant_table);
    -- The engine's few functions look across tenants; nobody can log in as it.
    EXECUTE format('CREATE POLICY engine_all ON gov.%I TO gov_engine USING (true) WITH CHECK (true)', tenant_table);
  END LOOP;
END $$;

-- Columns, not tables, may be updated: what a row says stays, only its end is set. The audit trail is append-only. Nobody deletes.
GRANT SELECT, INSERT ON gov.trigger_event, gov.obligation, gov.obligation_standing, gov.disclosure, gov.fulfilment, gov.audit_entry
  TO gov_app, gov_office;
GRANT UPDATE (valid_to) ON gov.obligation_standing, gov.fulfilment TO gov_app, gov_office;
GRANT UPDATE (withdrawn_at, withdrawn_by_name, withdrawn_reason) ON gov.disclosure TO gov_app, gov_office;
GRANT SELECT, INSERT ON gov.obligation, gov.obligation_standing TO gov_engine;
GRANT SELECT ON gov.fulfilment TO gov_engine;
