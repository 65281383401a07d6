-- The constraints against overlapping stretches of one fact forbid what they did, on expressions that no look-up asks by. The planner took
-- their GiST indexes, which cost it no more by its own reckoning than a B-tree, for the facts of each row of every list: 20 µs a row
-- instead of 2 (bench/README.md).
ALTER TABLE gov.obligation_standing DROP CONSTRAINT ex_obligation_standing_valid;
ALTER TABLE gov.obligation_standing ADD CONSTRAINT ex_obligation_standing_valid
  EXCLUDE USING gist ((agency_id::text || obligation_id::text) WITH =, tstzrange(valid_from, valid_to) WITH &&);

ALTER TABLE gov.fulfilment DROP CONSTRAINT ex_fulfilment_valid;
ALTER TABLE gov.fulfilment ADD CONSTRAINT ex_fulfilment_valid
  EXCLUDE USING gist ((agency_id::text || obligation_id::text || disclosure_id::text) WITH =, tstzrange(valid_from, valid_to) WITH &&);

ALTER TABLE gov.rolled_up_fulfilment DROP CONSTRAINT ex_rolled_up_fulfilment_valid;
ALTER TABLE gov.rolled_up_fulfilment ADD CONSTRAINT ex_rolled_up_fulfilment_valid
  EXCLUDE USING gist ((agency_id::text || obligation_id::text) WITH =, tstzrange(valid_from, valid_to) WITH &&);
