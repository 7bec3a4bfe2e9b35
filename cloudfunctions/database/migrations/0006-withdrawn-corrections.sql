-- Who proposed a correction may take it back: then nobody decided it, and the entry may be proposed anew
-- (correction_request_one_open is of waiting and approved ones alone).

alter table correction_request
  drop constraint correction_request_state_check,
  add constraint correction_request_state_check check (state in ('waiting', 'approved', 'refused', 'noted', 'withdrawn')),
  add constraint correction_request_withdrawn_by_itself check (state <> 'withdrawn' or decided_by is null);
