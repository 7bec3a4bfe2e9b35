-- Consent is by somebody in a capacity, and ends with it: a guardian's word for a child holds until the child is 18, from 14
-- on beside the child's own. Whether it holds on a day, household/rules/consent decides; here stands who gave theirs.
alter table consent add column capacity text check (capacity in ('self', 'guardian', 'helper'));
alter table consent add column until date;        -- a guardian's ends on the child's eighteenth birthday, as it was known then
update consent c set capacity = case when given_by is null then 'self'
  when r.born_on > c.given_at::date - interval '18 years' then 'guardian' else 'helper' end
  from (select id, born_on from resident union all select null, null) r where r.id is not distinct from c.resident_id;
update consent c set until = (r.born_on + interval '18 years')::date from resident r
  where r.id = c.resident_id and c.capacity = 'guardian';
alter table consent alter column capacity set not null;

alter table membership add column pool_guardian_at timestamptz;   -- the same, said by a guardian or helper
alter table resident add column names_guardian boolean not null default false;   -- the same, said by a guardian or helper
update membership m set pool_guardian_at = m.pool_agreed_at,
    pool_agreed_at = case when exists (select from consent c where c.resident_id = m.resident_id and c.purpose = 'pooling'
      and c.withdrawn_at is null and c.capacity = 'self') then m.pool_agreed_at end
  from resident r where r.id = m.resident_id and m.left_on is null and m.pool_agreed_at is not null
    and exists (select from consent c where c.resident_id = m.resident_id and c.purpose = 'pooling'
      and c.withdrawn_at is null and c.capacity <> 'self');
update resident r set names_guardian = true,
    names_shown = exists (select from consent c where c.resident_id = r.id and c.purpose = 'shownByName'
      and c.withdrawn_at is null and c.capacity = 'self')
  where r.names_shown and exists (select from consent c where c.resident_id = r.id and c.purpose = 'shownByName'
    and c.withdrawn_at is null and c.capacity <> 'self');
