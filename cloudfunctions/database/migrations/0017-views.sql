-- What rooms above may read of another room's tables in a statement of their own, beside held_role. The tables stay their
-- room's; the planner sees through each, so that a join costs what it did.

-- organisation's
create view unit as select id, code, name, path from org_unit;
-- catalogue's
create view item_version as select item_id, version, name, category from point_item_version;
-- ledger's
create view corrected_entry as select account_id, corrects_seq as seq from ledger_entry where corrects_seq is not null;
