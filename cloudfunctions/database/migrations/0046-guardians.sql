-- Guardians by a paper that was shown: whose, which paper, until when, who wrote it down. Nothing here is ever changed: that
-- one has ended is a row of its own. A child's are so until the child is 18, whatever the paper says.
create table guardianship (
  id uuid primary key,
  ward_id uuid not null references resident,
  guardian_id uuid not null references resident,
  paper text not null check (paper in ('register', 'birthPaper', 'adoption', 'ruling', 'appointment', 'agreement')),
  paper_on date not null,                        -- the day that stands on it
  until date,                                    -- its last day, where the paper names one
  of_child boolean not null,                     -- written down for somebody under 18
  is_sole boolean not null,                      -- in the place of head and helper, not beside them
  recorded_by uuid not null references resident,
  recorded_at timestamptz not null,
  check (guardian_id <> ward_id),
  check (until >= paper_on)
);
create index guardianship_ward on guardianship (ward_id);
create index guardianship_guardian on guardianship (guardian_id);
create trigger guardianship_append_only before update or delete on guardianship
  for each row execute function refuse_change();
create trigger guardianship_no_truncate before truncate on guardianship
  for each statement execute function refuse_change();

create table guardianship_end (
  guardianship_id uuid primary key references guardianship,
  because text not null check (because in ('replaced', 'wroteWrong', 'showedPaper', 'toldUs')),
  ended_by uuid not null references resident,
  ended_at timestamptz not null
);
create trigger guardianship_end_append_only before update or delete on guardianship_end
  for each row execute function refuse_change();
create trigger guardianship_end_no_truncate before truncate on guardianship_end
  for each statement execute function refuse_change();

alter table person_change add column guardian_id uuid references resident;   -- of whom it is said that they are a guardian, or no more
create index person_change_guardian on person_change (guardian_id, at, id) where guardian_id is not null;
alter table person_change drop constraint person_change_kind_check;
alter table person_change add constraint person_change_kind_check check
  (kind in ('corrected', 'moved', 'left', 'died', 'revived', 'becameHead', 'houseMoved', 'merged', 'parted', 'guardianNamed', 'guardianEnded'));
