-- What was mended about people and households: by whom, when, why. Words stay in personal_data: of a name, a phone or an
-- address only that it was changed is kept here; a day of birth decides who may have what, so both are kept.
create table person_change (
  id uuid primary key,
  kind text not null check (kind in ('corrected', 'moved', 'left', 'died', 'revived', 'becameHead', 'houseMoved')),
  resident_id uuid references resident,          -- none where the household as a whole is meant
  household_id uuid references household,        -- where they were
  to_household_id uuid references household,     -- where they went
  fields text[] not null default '{}',           -- of a correction: what was changed
  born_before date,
  born_after date,
  reason text not null check (reason in ('wroteWrong', 'showedPaper', 'toldUs', 'movedHouse', 'married', 'livesApart', 'cameBack')),
  by_resident_id uuid not null references resident,
  at timestamptz not null
);
create index person_change_resident on person_change (resident_id, at, id) where resident_id is not null;
create index person_change_household on person_change (household_id, at, id) where household_id is not null;
create index person_change_to_household on person_change (to_household_id, at, id) where to_household_id is not null;
create trigger person_change_stays before update or delete on person_change for each row execute function refuse_change();
create trigger person_change_stays_whole before truncate on person_change for each statement execute function refuse_change();
