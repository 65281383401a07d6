-- Further names of agencies, over time. What agencies were called is public; administrators enter it, and end an alias.
-- Immutable once merged: a change is a new script run by a new migration.

GRANT SELECT ON gov.agency_name TO gov_public, gov_app, gov_office, gov_admin, gov_engine;
GRANT INSERT ON gov.agency_name TO gov_admin;
GRANT UPDATE (valid_to) ON gov.agency_name TO gov_admin;
