-- What people typed about people stands where all words about people do: in personal_data, sealed under a key of its own, and
-- gone with the first of those whom it is about that is erased.
alter table personal_data drop constraint personal_data_subject_kind_check;
alter table personal_data add constraint personal_data_subject_kind_check check
  (subject_kind in ('resident', 'household', 'application', 'list', 'words'));
create table words_about (
  words_id uuid not null references personal_data on delete cascade,
  subject_id uuid not null,                      -- a resident or a household
  primary key (words_id, subject_id)
);
create index words_about_subject on words_about (subject_id);

-- What was written before waits here until the app, which has the keys, has sealed it: within a minute.
create table unsealed_words (
  words_id uuid primary key,
  words text not null,
  about text[] not null                          -- whom they are about
);

alter table deed_evidence add column words_id uuid not null default gen_random_uuid() unique;
insert into unsealed_words
  select words_id, words, array(select account_id::text from award a where a.given_by = d.given_by and a.source_id = d.source_id)
  from deed_evidence d;
-- A line for each time that something was told of a deed, which may be sent again with other people. The first one stands.
alter table deed_evidence alter column words_id drop default, drop column words,
  drop constraint deed_evidence_pkey, add primary key (given_by, source_id, words_id);

alter table waiting_award_word add column words_id uuid not null default gen_random_uuid() unique;
insert into unsealed_words
  select words_id, words, array(select holder ->> 'id' from jsonb_array_elements(w.holders) as holder)
  from waiting_award_word join waiting_award w on w.id = waiting_id;
alter table waiting_award_word alter column words_id drop default, drop column words;

alter table waiting_award add column because_id uuid unique;
update waiting_award set because_id = gen_random_uuid() where because is not null;
insert into unsealed_words
  select because_id, because, array(select holder ->> 'id' from jsonb_array_elements(holders) as holder)
  from waiting_award where because_id is not null;
alter table waiting_award drop column because;

alter table second_look add column because_id uuid unique;
update second_look set because_id = gen_random_uuid() where because is not null;
insert into unsealed_words
  select because_id, because, array(select resident_id::text from membership m where m.household_id = l.household_id)
  from second_look l where because_id is not null;
alter table second_look drop column because;

-- The seller; or the giver as they wish to be named, of whom nothing else is known.
alter table goods_slip add column source_id uuid unique, add column because_id uuid unique;
alter table goods_slip disable trigger goods_slip_stays;
update goods_slip set source_id = case when source is not null then gen_random_uuid() end,
  because_id = case when because is not null then gen_random_uuid() end;
alter table goods_slip enable trigger goods_slip_stays;
insert into unsealed_words select source_id, source, '{}' from goods_slip where source_id is not null;
insert into unsealed_words select because_id, because, array[counted_by::text] from goods_slip where because_id is not null;
alter table goods_slip drop column source, drop column because;
