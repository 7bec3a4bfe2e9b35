-- A session that was begun before its holder's roles changed is exchanged for another: its token is worth nothing soon after.

alter table session add column renewed_at timestamptz;   -- since when another token stands in its place

-- organisation's: when somebody's roles changed, or will by their first and last days.
create view role_change as
select g.resident_id, moment.at
from role_grant g
cross join lateral (select
  greatest(g.granted_at, g.valid_from::timestamp at time zone 'Asia/Shanghai') as begins,
  least(g.revoked_at, (g.valid_until + 1)::timestamp at time zone 'Asia/Shanghai') as ends) as term
cross join lateral (values (term.begins), (term.ends)) as moment (at)
where moment.at is not null and (term.ends is null or term.begins < term.ends);

-- household's: the same by who calls.
create view identity_role_change as
select i.id as identity_id, c.at from identity i join role_change c on c.resident_id = i.resident_id;
