-- An activity's key outlives no role: it is renewed when the role of somebody who has it ends, and at will. And where codes
-- are passed on, the host lets only staff scan, at the door.

alter table activity
  add column check_in text not null default 'code' check (check_in in ('code', 'door')),  -- door: by staff alone
  drop column code_version;                      -- keys are numbered by their renewals

create table key_holder (                        -- who was given an activity's key
  activity_id uuid not null references activity,
  resident_id uuid not null references resident,
  at timestamptz not null,                       -- the first time: every role that ends after it renews the key
  primary key (activity_id, resident_id)
);
create table key_renewal (                       -- at will
  activity_id uuid not null references activity,
  at timestamptz not null,
  renewed_by uuid not null references resident,
  primary key (activity_id, at)
);

-- organisation's: when a role ended, or will by its last day; not where its holder has the same one by a next term.
drop index role_grant_resident;
create index role_grant_resident on role_grant (resident_id);
create view ended_role as
select g.resident_id, u.path as unit_path, g.society_id, g.provider_id, ended.at
from role_grant g join org_unit u on u.id = g.unit_id
cross join lateral (
  select least(g.revoked_at, (g.valid_until + 1)::timestamp at time zone 'Asia/Shanghai') as at
) as ended
where ended.at is not null and not exists (
  select from role_grant n
  where n.resident_id = g.resident_id and n.id <> g.id
    and (n.role, n.unit_id) = (g.role, g.unit_id) and n.society_id is not distinct from g.society_id
    and n.granted_at <= ended.at and n.valid_from::timestamp at time zone 'Asia/Shanghai' <= ended.at
    and (n.revoked_at is null or n.revoked_at > ended.at)
    and (n.valid_until is null or (n.valid_until + 1)::timestamp at time zone 'Asia/Shanghai' > ended.at)
);

-- activity's: the moments from which another key is good. Whoever is given a key while their role is being ended has a
-- clock of their own: a minute before counts too.
create view renewed_key as
select activity_id, at from key_renewal
union all
select k.activity_id, e.at
from key_holder k join activity a on a.id = k.activity_id join unit u on u.id = coalesce(a.grid_id, a.unit_id)
join ended_role e on e.resident_id = k.resident_id and e.at > k.at - interval '1 minute'
where e.society_id = a.society_id
  or (e.society_id is null and e.provider_id is null and starts_with(u.path, e.unit_path));

-- Where a card or a personal code was shown last: it can be at one door at a time.
create table shown_at_door (
  shown uuid primary key,                        -- the household of a card; the resident of a personal code, or whom a card was shown for
  activity_id uuid not null references activity,
  at timestamptz not null
);
