-- Up to when somebody has seen what they are told. What they are told of are the trails themselves, person_change and
-- binding_event: nothing is written twice, so nothing can be told that did not happen, or happen untold.
create table news_seen (
  resident_id uuid primary key references resident,
  up_to timestamptz not null
);
