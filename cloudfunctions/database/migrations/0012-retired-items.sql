-- Deeds done while an item was in force are entered after it was taken out of use: its last day is kept (Asia/Shanghai).
-- Null: in force, never published, or retired before this was kept, and then it earns nothing as before.

alter table point_item
  add column retired_on date,
  add constraint point_item_retired_on check (retired_on is null or (state = 'retired' and current_version is not null));
