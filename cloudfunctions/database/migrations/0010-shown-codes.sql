-- Who showed a good code and was refused for a cap alone: they were there, and may bring their family.

create table shown_code (
  activity_id uuid not null references activity,
  resident_id uuid not null references resident,
  how text not null check (how in ('scan', 'typed')),
  at timestamptz not null,                       -- of the newest one
  primary key (activity_id, resident_id)
);
