-- Awards above what one person may give alone: they wait for a second one, and post when that one signs.
create table waiting_award (
  id uuid primary key,
  unit_id uuid not null references org_unit,      -- a community
  item_id uuid not null,
  item_version int not null,
  worth jsonb not null,                           -- points for each holder, the title that they stand under, grade or time
  points_alone int not null,                      -- the limit that it went beyond
  deed_date date not null,
  source_id text not null,                        -- the deed: signed twice, or sent twice, it counts once
  holders jsonb not null,
  given_by uuid not null references resident,
  given_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'signed', 'turnedDown', 'withdrawn')),
  because text,
  decided_by uuid references resident,
  decided_at timestamptz,
  foreign key (item_id, item_version) references point_item_version (item_id, version),
  check ((state = 'waiting') = (decided_by is null)),
  -- without it one person would be both
  check (decided_by is null or (decided_by = given_by) = (state = 'withdrawn'))
);
create index waiting_award_queue on waiting_award (unit_id, given_at, id) where state = 'waiting';
