-- A notice, a guideline item, a brand programme that was typed wrong is put right; one that holds no longer ends. What stood
-- there before is kept. What rests on it goes on resting on it, and its number or name is free again once it has ended.
alter table policy_document
  add column ended_at timestamptz,
  drop constraint policy_document_unit_id_number_key;
create unique index policy_document_number on policy_document (unit_id, number) where ended_at is null;
alter table guideline_item rename column retired_at to ended_at;
alter table guideline_item drop constraint guideline_item_unit_id_name_key;
create unique index guideline_item_name on guideline_item (unit_id, name) where ended_at is null;
alter table programme
  add column ended_at timestamptz,
  drop constraint programme_unit_id_name_key;
create unique index programme_name on programme (unit_id, name) where ended_at is null;

create table basis_change (
  id uuid primary key,
  policy_document_id uuid references policy_document,
  guideline_item_id uuid references guideline_item,
  programme_id uuid references programme,
  what text not null check (what in ('corrected', 'ended')),
  before jsonb not null,                         -- what stood in each field that was put right
  because text not null,
  changed_by uuid not null references resident,
  changed_at timestamptz not null,
  check (num_nonnulls(policy_document_id, guideline_item_id, programme_id) = 1)
);
create index basis_change_document on basis_change (policy_document_id, changed_at) where policy_document_id is not null;
create index basis_change_guideline on basis_change (guideline_item_id, changed_at) where guideline_item_id is not null;
create index basis_change_programme on basis_change (programme_id, changed_at) where programme_id is not null;
create trigger basis_change_append_only before update or delete on basis_change for each row execute function refuse_change();
create trigger basis_change_no_truncate before truncate on basis_change for each statement execute function refuse_change();
