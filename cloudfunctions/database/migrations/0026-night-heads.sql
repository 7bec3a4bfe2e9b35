-- Each night's signature over all checkpoints of the installation: who takes away a community's newest days has to take
-- away those of everybody. A day is signed in the night after it; later only by a person's word, which is signed with it.

create table night_head (
  day date primary key,                          -- covers every checkpoint up to this day that no head before covers
  count integer not null check (count >= 0),     -- of those checkpoints
  root bytea not null check (length(root) = 32),
  prev_hash bytea not null check (length(prev_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  key_id text not null,
  signature bytea not null,
  signed_at timestamptz not null,
  late_on date,                                  -- null: signed in its night
  late_why text check (late_why in ('hostDown', 'restored', 'upgraded', 'demo')),
  late_by text check (length(late_by) between 1 and 40),   -- a post, never a person's name
  constraint night_head_late check (num_nonnulls(late_on, late_why, late_by) in (0, 3))
);
create trigger night_head_append_only before update or delete on night_head for each row execute function refuse_change();
create trigger night_head_no_truncate before truncate on night_head for each statement execute function refuse_change();

alter table checkpoint
  add column late_on date,
  add column late_why text check (late_why in ('hostDown', 'restored', 'upgraded', 'demo')),
  add column late_by text check (length(late_by) between 1 and 40),
  add constraint checkpoint_late check (num_nonnulls(late_on, late_why, late_by) in (0, 3));

-- A head says of every community what it had entered by then, also that it had nothing. Its own error code, so that whoever
-- calls is told what it is: the clock of this machine is behind.
create or replace function refuse_signed_day() returns trigger language plpgsql as $$
declare
  late record;
begin
  select entry.unit_id, entry.posted_on into late from fresh_entry as entry
  where exists (select from public.night_head as head where head.day >= entry.posted_on)
    or exists (
      select from public.checkpoint as signed
      where signed.day >= entry.posted_on
        and (signed.unit_id = entry.unit_id or exists (
          select from public.ledger_entry as other
          where other.account_id = entry.account_id and other.unit_id = signed.unit_id))
    )
  limit 1;
  if found then
    raise exception 'ledger_entry: % is signed (entry of unit %); is the clock of this machine behind?', late.posted_on, late.unit_id
      using errcode = 'BB001';
  end if;
  return null;
end $$;

-- Points of one account may come to more than two thousand million: a sum is wider than what is summed.
alter table account
  alter column lifetime type bigint,
  alter column held type bigint,
  alter column redeemed type bigint;

-- The passbook is read by the day of the deed, newest first: what is entered late stands where it belongs.
create index ledger_entry_passbook on ledger_entry (account_id, deed_date, seq);

-- ledger's: what rooms above hold against their own rows when the ledger is verified.
create view posted_entry as
  select account_id, seq, kind, points, source, source_id, unit_id, deed_date from ledger_entry;
