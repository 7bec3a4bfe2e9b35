-- A day that is signed is closed: an entry put into it later (by a machine whose clock is behind) would break its
-- checkpoint for good. Days before a community's last checkpoint are never signed any more, so they are closed as well.

create function refuse_signed_day() returns trigger language plpgsql as $$
declare
  late record;
begin
  select entry.unit_id, entry.posted_on into late from fresh_entry as entry
  where exists (select from public.checkpoint where unit_id = entry.unit_id and day >= entry.posted_on)
  limit 1;
  if found then
    raise exception 'ledger_entry: % of unit % is signed; is the clock of this machine behind?', late.posted_on, late.unit_id
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger ledger_entry_day_open after insert on ledger_entry
  referencing new table as fresh_entry for each statement execute function refuse_signed_day();
