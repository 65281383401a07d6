-- People, passwords, sessions and keys: one login reaches them, and it reaches nothing else.
REVOKE ALL ON SCHEMA accounts FROM PUBLIC;
GRANT USAGE ON SCHEMA accounts TO gov_accounts;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA accounts TO gov_accounts;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA accounts TO gov_accounts;
REVOKE ALL ON accounts.__ef_migrations_history FROM gov_accounts;
