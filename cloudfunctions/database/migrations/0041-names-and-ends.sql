-- A kind of reward, or a thing of the shelf, may be called otherwise or come to an end. What was written before keeps the name
-- of its day, and a name is free again once what it named has ended.
alter table reward_kind
  add column ended_at timestamptz,
  drop constraint reward_kind_unit_id_name_key;
create unique index reward_kind_name on reward_kind (unit_id, name) where ended_at is null;
alter table goods
  add column ended_at timestamptz,
  drop constraint goods_unit_id_name_key;
create unique index goods_name on goods (unit_id, name) where ended_at is null;
create index goods_unit on goods (unit_id, id);

create table reward_change (
  id uuid primary key,
  kind_id uuid references reward_kind,
  goods_id uuid references goods,
  what text not null check (what in ('renamed', 'ended')),
  before text not null,                          -- its name until then
  because text not null,
  changed_by uuid not null references resident,
  changed_at timestamptz not null,
  check (num_nonnulls(kind_id, goods_id) = 1)
);
create index reward_change_kind on reward_change (kind_id, changed_at) where kind_id is not null;
create index reward_change_goods on reward_change (goods_id, changed_at) where goods_id is not null;
create trigger reward_change_append_only before update or delete on reward_change for each row execute function refuse_change();
create trigger reward_change_no_truncate before truncate on reward_change for each statement execute function refuse_change();
