-- The secret by which this database is written: one row, for ever. Another secret would sign days that nobody can verify,
-- take bound people for newcomers and write personal data that cannot be read, so whoever comes with one is turned away.
create table installation (
  only_one boolean primary key default true check (only_one),
  master_key_id text not null,
  signing_key_id text not null,
  recorded_at timestamptz not null default now()
);
