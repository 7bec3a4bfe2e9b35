-- A day that is signed is closed: an entry put into it later (by a machine whose clock is behind) would break a checkpoint
-- for good. A checkpoint holds the entries of its community's day, and where their accounts stood: so an entry may be put
-- into no day that the community it is for has signed, nor one that has entered the same account.

create index checkpoint_day on checkpoint (day);

create function refuse_signed_day() returns trigger language plpgsql as $$
declare
  late record;
begin
  select entry.unit_id, entry.posted_on into late from fresh_entry as entry
  where exists (
    select from public.checkpoint as signed
    where signed.day >= entry.posted_on
      and (signed.unit_id = entry.unit_id or exists (
        select from public.ledger_entry as other
        where other.account_id = entry.account_id and other.unit_id = signed.unit_id))
  )
  limit 1;
  if found then
    raise exception 'ledger_entry: % is signed (entry of unit %); is the clock of this machine behind?', late.posted_on, late.unit_id
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger ledger_entry_day_open after insert on ledger_entry
  referencing new table as fresh_entry for each statement execute function refuse_signed_day();
