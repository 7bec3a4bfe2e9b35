-- An item that is opened again under the name of one that was retired goes on with its caps: what was counted then counts
-- on. Named by the first of them; null where there is none before it.
alter table point_item add column lineage_id uuid references point_item;

-- catalogue's: all items whose times are counted together, each also with itself.
create view item_lineage as select id as item_id, coalesce(lineage_id, id) as lineage_id from point_item;
create index point_item_lineage on point_item (coalesce(lineage_id, id));
