-- Units are renamed, merged and redrawn from a day on (docs/adr/0013). A unit that has ended stands within its successor:
-- whoever works there finds what is still open of it. Entries keep the unit of their day.
alter table org_unit
  add column ended_on date,                      -- from this day on its successor is there in its place
  add column successor_id uuid references org_unit,
  add constraint org_unit_succeeded check ((ended_on is null) = (successor_id is null) and successor_id <> id);
create index org_unit_successor on org_unit (successor_id) where successor_id is not null;
drop index org_unit_sibling_name;
create unique index org_unit_sibling_name on org_unit (parent_id, name) where ended_on is null;

create table unit_change (
  id uuid primary key,
  kind text not null check (kind in ('renamed', 'merged', 'redrawn')),
  unit_id uuid not null references org_unit,
  to_unit_id uuid references org_unit,           -- of a merged unit its successor; where households went
  name_before text not null,
  name_after text,
  from_on date not null,
  because text not null check (length(because) between 1 and 200),   -- 文号, or words
  changed_by uuid not null references resident,
  changed_at timestamptz not null,
  check ((kind = 'renamed') = (name_after is not null)),
  check ((kind = 'renamed') = (to_unit_id is null))
);
create index unit_change_unit on unit_change (unit_id, changed_at);
create index unit_change_to on unit_change (to_unit_id, changed_at);
create trigger unit_change_append_only before update or delete on unit_change for each row execute function refuse_change();
create trigger unit_change_no_truncate before truncate on unit_change for each statement execute function refuse_change();

-- Nothing begins in a unit that has ended. Whoever asked while it ended waits for that, and is then tried again from the
-- start: the code is that of a transaction that came too late.
create function refuse_ended(units uuid[]) returns void language plpgsql as $$
begin
  perform from org_unit where id = any (units) order by id for share;
  if exists (select from org_unit where id = any (units) and ended_on is not null) then
    raise exception 'the unit has ended' using errcode = '40001';
  end if;
end $$;

create function place_unit() returns trigger language plpgsql as $$
begin
  if new.parent_id is null then return null; end if;
  perform refuse_ended(array[new.parent_id]);
  if new.path <> (select path from org_unit where id = new.parent_id) || new.id || '/' then
    raise exception 'the unit above has moved' using errcode = '40001';
  end if;
  return null;
end $$;
create trigger org_unit_placed after insert on org_unit for each row execute function place_unit();

create function place_role() returns trigger language plpgsql as $$
begin
  perform refuse_ended(array[new.unit_id]);
  return null;
end $$;
create trigger role_grant_placed after insert on role_grant for each row execute function place_role();

create function place_households() returns trigger language plpgsql as $$
begin
  perform refuse_ended(array(select unit_id from placed union select community_id from placed));
  return null;
end $$;
create trigger household_placed after insert on household referencing new table as placed
  for each statement execute function place_households();

-- Where a household was registered before, and since when it is where it is: who counts where is asked of a day.
alter table household add column placed_on date; -- in this community; none: from its first day
create table former_place (
  household_id uuid not null references household,
  community_id uuid not null references org_unit,
  from_on date,                                  -- none: from its first day
  until_on date not null,                        -- from this day on no more
  primary key (household_id, until_on)
);

-- What is told of it, to each household in its own history and to those whose role was carried over.
alter table person_change add column unit_change_id uuid references unit_change;
alter table person_change drop constraint person_change_kind_check;
alter table person_change add constraint person_change_kind_check check
  (kind in ('corrected', 'moved', 'left', 'died', 'revived', 'becameHead', 'houseMoved', 'merged', 'parted', 'guardianNamed',
    'guardianEnded', 'added', 'cardMade', 'cardReplaced', 'cardStopped', 'poolingAgreed', 'poolingEnded', 'namingAgreed',
    'namingEnded', 'familyPoolAgreed', 'familyPoolEnded', 'erased', 'redrawn', 'roleCarried'));
alter table person_change add constraint person_change_of_unit check
  ((unit_change_id is not null) = (kind in ('redrawn', 'roleCarried')));

-- One statement moves thousands of households: one line for the months to count anew.
drop trigger household_changed on household;
drop function note_household();
create function note_households() returns trigger language plpgsql as $$
begin
  insert into figure_change
    select min(case when was.community_id = later.community_id then least(was.ended_on, later.ended_on) else coalesce(
      later.placed_on,
      least((select min(joined_on) from membership where household_id = later.id),
        (select min(deed_date) from award where household_id = later.id))) end), 'infinity'
    from was join later using (id)
    where was.ended_on is distinct from later.ended_on or was.community_id <> later.community_id
    having count(*) > 0;
  perform refuse_ended(array(
    select unnest(array[later.unit_id, later.community_id]) from was join later using (id)
    where (was.unit_id, was.community_id) <> (later.unit_id, later.community_id)));
  return null;
end $$;
create trigger household_changed after update on household referencing old table as was new table as later
  for each statement execute function note_households();

-- organisation's: with the day on which it ended.
create or replace view unit as select id, code, name, path, ended_on, successor_id from org_unit;

-- household's: where a household was on which days, and who was in which, where.
drop view person_term;
drop view household_place;
create view household_place as
  select household_id, community_id, coalesce(from_on, '-infinity') as from_on, until_on from former_place
  union all
  select id, community_id, coalesce(placed_on, '-infinity'), 'infinity' from household;
create view person_term as
  select m.resident_id, m.household_id, p.community_id, m.joined_on, greatest(m.joined_on, p.from_on) as from_on,
    nullif(least(m.left_on, r.died_on, h.ended_on, p.until_on), 'infinity') as until_on, r.born_on
  from membership m join household h on h.id = m.household_id join resident r on r.id = m.resident_id
  join household_place p on p.household_id = m.household_id
    and p.until_on > m.joined_on and (m.left_on is null or p.from_on < m.left_on);
