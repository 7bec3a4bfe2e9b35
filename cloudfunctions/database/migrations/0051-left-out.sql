-- Who was chosen for an award that waits and does not get it, and why: for whoever signs it, and for later.
create table waiting_award_left_out (
  waiting_id uuid not null references waiting_award,
  seq int not null check (seq between 1 and 300),  -- in the order in which they were chosen
  holder_kind text not null check (holder_kind in ('resident', 'household', 'society')),
  holder_id uuid not null,
  refusal jsonb not null,                          -- its code, and which limit stood against it
  primary key (waiting_id, seq)
);
create trigger waiting_award_left_out_append_only before update or delete on waiting_award_left_out
  for each row execute function refuse_change();
create trigger waiting_award_left_out_no_truncate before truncate on waiting_award_left_out
  for each statement execute function refuse_change();

create index waiting_award_decided on waiting_award (unit_id, decided_at, id) where state <> 'waiting';
