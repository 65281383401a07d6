-- What happened to accounts: the login that serves them adds to it and reads it, and can neither change nor delete it.
GRANT SELECT, INSERT ON accounts.account_event TO gov_accounts;
