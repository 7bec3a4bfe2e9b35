-- A reward is not changed but retired, and opened again on other terms: only those in force share no title.

alter table reward drop constraint reward_unit_id_title_key;
create unique index reward_title on reward (unit_id, title) where retired_at is null;
