-- Administrators change a group's words too. Inserting one and confirming it were granted before (0003).
-- Immutable once merged: a change is a new script run by a new migration.

GRANT UPDATE (phrase, english_name) ON gov.agency_group TO gov_admin;
