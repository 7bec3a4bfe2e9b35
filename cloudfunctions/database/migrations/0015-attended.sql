-- How many have come to an activity, beside its list: whoever is thanked hears the number, and counting the list took the
-- last of two thousand longer than the first. Kept by the database itself, so that list and number cannot part.

create table attended (
  activity_id uuid primary key references activity,
  people integer not null check (people > 0)
);
insert into attended (activity_id, people) select activity_id, count(*) from attendance group by activity_id;

-- In one order for everyone; nothing else is locked behind it.
create function count_attended() returns trigger language plpgsql as $$
begin
  insert into public.attended as known (activity_id, people)
  select activity_id, count(*) from fresh_attendance group by activity_id order by activity_id
  on conflict (activity_id) do update set people = known.people + excluded.people;
  return null;
end $$;
create trigger attendance_counted after insert on attendance
  referencing new table as fresh_attendance for each statement execute function count_attended();

-- Nobody is taken off the list, or put under another activity: the number would stand.
create trigger attendance_stays before delete or update of activity_id on attendance for each row execute function refuse_change();
create trigger attendance_no_truncate before truncate on attendance for each statement execute function refuse_change();

-- What rooms above may read of the roles in a statement of their own: who calls, where they live and what they may do are
-- one question. Whether a role holds on a day is asked of its dates.
create view held_role as
select g.resident_id, g.id, g.valid_from, g.valid_until,
  json_build_object('role', g.role, 'unitId', g.unit_id, 'unitPath', u.path, 'providerId', g.provider_id,
    'societyId', g.society_id) as held
from role_grant g join org_unit u on u.id = g.unit_id
where g.revoked_at is null;
