-- What was announced may be mended: those who signed up before see that time or place are others now.
alter table activity
  add column time_changed_at timestamptz,
  add column place_changed_at timestamptz;
