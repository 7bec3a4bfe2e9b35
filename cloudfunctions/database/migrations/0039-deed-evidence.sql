-- What shows that a deed was done, told by who awards it: once for the deed, however many have done it.
create table deed_evidence (
  given_by uuid not null references resident,
  source_id text not null,                        -- the deed, as its awards name it
  unit_id uuid not null references org_unit,      -- a community
  words text not null check (length(words) between 1 and 200),
  told_at timestamptz not null,
  primary key (given_by, source_id)
);
