-- Several bases of one duty, and grants of time that are taken back.
-- Immutable once merged: a change is a new script run by a new migration.

ALTER TABLE gov.obligation_basis ENABLE ROW LEVEL SECURITY;
ALTER TABLE gov.obligation_basis FORCE ROW LEVEL SECURITY;
CREATE POLICY app_reads ON gov.obligation_basis FOR SELECT TO gov_app USING (
  agency_id = (SELECT gov.current_agency())
  OR agency_id IN (SELECT unit.id FROM gov.agency unit WHERE unit.parent_id = (SELECT gov.current_agency())));
CREATE POLICY office_reads ON gov.obligation_basis FOR SELECT TO gov_office USING (agency_id NOT IN (SELECT gov.sub_units()));
CREATE POLICY own_inserts ON gov.obligation_basis FOR INSERT TO gov_app, gov_office WITH CHECK (agency_id = (SELECT gov.current_agency()));
CREATE POLICY engine_all ON gov.obligation_basis TO gov_engine USING (true) WITH CHECK (true);
-- Written with its obligation and never changed.
GRANT SELECT, INSERT ON gov.obligation_basis TO gov_app, gov_office;
GRANT SELECT ON gov.obligation_basis, gov.duty_request, gov.request_decision TO gov_engine;

-- What the office decided stays; that a grant of time was taken back is written beside it, once.
CREATE POLICY office_updates ON gov.request_decision FOR UPDATE TO gov_office
  USING (agency_id NOT IN (SELECT gov.sub_units())) WITH CHECK (agency_id NOT IN (SELECT gov.sub_units()));
GRANT UPDATE (revoked_at, revoked_by_name, revoked_reason) ON gov.request_decision TO gov_office;
