-- Who registered a household by hand; null: it came with a roster, or before this was kept.
alter table household add column registered_by uuid references resident;

-- The first voucher at the desk of a household that is new and registered by hand: a second person looks at it first.
create table second_look (
  household_id uuid primary key references household,
  unit_id uuid not null references org_unit,        -- a community
  asked_by uuid not null references resident,
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'seen', 'turnedDown')),
  looked_by uuid references resident,
  looked_at timestamptz,
  because text,
  check ((state = 'waiting') = (looked_by is null)),
  check (looked_by is distinct from asked_by)       -- without it one person would be both
);
create index second_look_queue on second_look (unit_id, asked_at, household_id) where state = 'waiting';
