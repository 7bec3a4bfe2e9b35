-- Somebody had themself erased: nothing is known of them any more, and nothing comes in or goes out on their account, whose
-- entries stay as they are.
alter table resident add column erased_on date;
alter table resident add constraint resident_erased_unknown check
  (erased_on is null or (sex is null and born_on is null and helper_id is null and not names_shown and not names_guardian));
