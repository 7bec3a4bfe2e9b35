-- The figures of a month are counted once in a while and kept, and counted anew when anything they were counted from has
-- changed since (docs/adr/0012). They can be thrown away: what is missing is counted when it is asked for.

create table kept_month (
  month text primary key,                        -- YYYY-MM, by the day of the deed in Asia/Shanghai
  until_on date not null,                        -- the last day that counts: the month's, or the day on which it was counted
  counted_at timestamptz,                        -- every entry up to here is in its figures; none before they are counted first
  changed boolean not null                       -- since then: to be counted anew
);
create table kept_figure (
  month text not null references kept_month on delete cascade,
  community_id uuid not null references org_unit,
  homes_on_roster integer not null,
  people_on_roster integer not null,
  homes_with_points integer not null,
  people_with_points integer not null,
  person_times integer not null,
  primary key (month, community_id)
);

-- What has changed about months that may be kept, until the job has seen it. Whoever changes something adds a line in the
-- same transaction and waits for nobody; of what is posted in the month of its deed none, as that month is not closed yet.
create table figure_change (
  from_on date,                                  -- none: of a household in which nobody ever was
  until_on date not null
);

create function note_deed() returns trigger language plpgsql as $$
begin
  insert into figure_change values (
    least(old.deed_date, new.deed_date), greatest(old.deed_date, new.deed_date));
  return null;
end $$;
create trigger award_of_earlier after insert on award for each row
  when (new.deed_date < date_trunc('month', new.posted_at at time zone 'Asia/Shanghai'))
  execute function note_deed();
create trigger award_changed after update or delete on award for each row execute function note_deed();

create function note_correction() returns trigger language plpgsql as $$
begin
  insert into figure_change select deed_date, deed_date from award
    where account_id = new.account_id and entry_seq = new.corrects_seq;
  return null;
end $$;
create trigger ledger_entry_corrects after insert on ledger_entry for each row
  when (new.corrects_seq is not null) execute function note_correction();

-- a file of thousands is one line
create function note_joined() returns trigger language plpgsql as $$
begin
  insert into figure_change select min(joined_on), 'infinity' from added having count(*) > 0;
  return null;
end $$;
create trigger membership_added after insert on membership referencing new table as added
  for each statement execute function note_joined();
create trigger membership_gone after delete on membership referencing old table as added
  for each statement execute function note_joined();

create function note_moved() returns trigger language plpgsql as $$
begin
  insert into figure_change
    select min(case when (was.resident_id, was.household_id, was.joined_on) = (later.resident_id, later.household_id, later.joined_on)
      then least(was.left_on, later.left_on) else least(was.joined_on, later.joined_on) end), 'infinity'
    from was join later using (id)
    where (was.resident_id, was.household_id, was.joined_on, was.left_on)
      is distinct from (later.resident_id, later.household_id, later.joined_on, later.left_on)
    having count(*) > 0;
  return null;
end $$;
create trigger membership_changed after update on membership referencing old table as was new table as later
  for each statement execute function note_moved();

create function note_death() returns trigger language plpgsql as $$
begin
  insert into figure_change values (least(old.died_on, new.died_on), 'infinity');
  return null;
end $$;
create trigger resident_died after update of died_on on resident for each row
  when (old.died_on is distinct from new.died_on) execute function note_death();

create function note_household() returns trigger language plpgsql as $$
begin
  insert into figure_change
    select case when old.community_id = new.community_id then least(old.ended_on, new.ended_on) else least(
      (select min(joined_on) from membership where household_id = new.id),
      (select min(deed_date) from award where household_id = new.id)) end, 'infinity';
  return null;
end $$;
create trigger household_changed after update of ended_on, community_id on household for each row
  when (old.ended_on is distinct from new.ended_on or old.community_id <> new.community_id) execute function note_household();

create function note_merge() returns trigger language plpgsql as $$
begin
  insert into figure_change select min(deed_date), max(deed_date) from award
    where account_id in (old.merged_id, new.merged_id) having count(*) > 0;
  return null;
end $$;
create trigger merged_resident_changed after insert or update of merged_id, survivor_id or delete on merged_resident
  for each row execute function note_merge();

-- organisation's: what is counted for.
create view community as select id from org_unit where level = 'community';

-- household's: where a household is, and who a record is that was merged into another. A household is on the roster of a
-- day on which anybody is in it (person_term): one that stood empty for a time has no term of its own.
create view household_place as select id as household_id, community_id from household;
create view merged_record as select merged_id, survivor_id from merged_resident;
drop view household_term;

create index membership_resident on membership (resident_id);
create index membership_home on membership (household_id, left_on);
-- nearly everybody lives in a household: nothing to keep for whoever posts
create index award_of_no_home on award (unit_id, deed_date) where household_id is null;
