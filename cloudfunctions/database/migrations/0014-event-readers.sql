-- Each reader of the outbox has a place of its own, so that any number of rooms can read what was published.
-- Ids are given out in order and committed in any: an event that is committed late must not be passed by, see kit/outbox.

alter table outbox drop column done_at;

create table event_reader (
  name text primary key,
  passed_id bigint not null default 0,           -- every event up to here has been handled
  settled_id bigint not null default 0,          -- no transaction can bring an event up to here any more
  fence_id bigint,                               -- settled once every transaction before fence_transaction has ended
  fence_transaction xid8,
  check (passed_id <= settled_id),
  check ((fence_id is null) = (fence_transaction is null))
);

-- Without it an event's id could be taken before its transaction has a number: readers would take the id for settled,
-- pass it by, and never see the event.
create function number_transaction() returns trigger language plpgsql as $$
begin
  perform pg_current_xact_id();
  return null;
end $$;
create trigger outbox_numbered before insert on outbox for each statement execute function number_transaction();
