-- Two records of one person. Nobody's entries, vouchers or papers are touched: a link says that they are one, and reads
-- follow it. Proposed by one, agreed to by another; taken back the same way.
create table merge_request (
  id uuid primary key,
  kind text not null check (kind in ('merge', 'part')),   -- part: the link is taken back
  survivor_id uuid not null references resident,
  merged_id uuid not null references resident,
  unit_id uuid not null references org_unit,              -- a community, whose office decides
  reason text not null check (reason in ('wroteWrong', 'showedPaper', 'toldUs')),
  proposed_by uuid not null references resident,
  proposed_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'agreed', 'turnedDown', 'withdrawn')),
  decided_by uuid references resident,
  decided_at timestamptz,
  check (merged_id <> survivor_id),
  check ((state = 'waiting') = (decided_by is null)),
  -- without it one person would be both
  check (decided_by is null or (decided_by = proposed_by) = (state = 'withdrawn'))
);
create index merge_request_queue on merge_request (unit_id, proposed_at, id) where state = 'waiting';
-- asked once, whoever asks
create unique index merge_request_one on merge_request (merged_id) where state = 'waiting';

create table merged_resident (                            -- the links that stand
  merged_id uuid primary key references resident,
  survivor_id uuid not null references resident,
  household_id uuid references household,                 -- where the record lived: there it goes back to
  relation text not null,
  identity_ids text[] not null,                           -- who signed in as it, and goes on as the survivor
  drawn_at timestamptz,                                   -- since the survivor spent of its points, they are one for good
  check (merged_id <> survivor_id)
);
create index merged_resident_survivor on merged_resident (survivor_id);

alter table person_change drop constraint person_change_kind_check;
alter table person_change add constraint person_change_kind_check check
  (kind in ('corrected', 'moved', 'left', 'died', 'revived', 'becameHead', 'houseMoved', 'merged', 'parted'));
alter table binding_event drop constraint binding_event_kind_check;
alter table binding_event add constraint binding_event_kind_check check
  (kind in ('boundByCard', 'boundByApplication', 'boundByInvite', 'boundByPhone', 'boundByMerge', 'unbound'));
