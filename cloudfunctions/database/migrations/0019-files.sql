-- What people upload, for the day in which it is used: docs/adr/0006-files-by-parts.md.

-- One of an identity's files, named by what it holds: the same content is the same file, and nobody else's.
create table file (
  id uuid primary key,
  identity_id uuid not null,
  hash bytea not null check (length(hash) = 32),  -- SHA-256 of the whole, as it was announced
  bytes integer not null check (bytes > 0),
  begun_at timestamptz not null,
  expires_at timestamptz not null,               -- from then on it is not there, whether or not the job has been
  completed_at timestamptz,                      -- all parts have come, and make up what was announced
  unique (identity_id, hash)
);
create index file_expiring on file (expires_at);

create table file_part (
  file_id uuid not null references file,
  part integer not null check (part >= 0),
  sealed bytea not null,                         -- AES-256-GCM under the file's key; file and number are bound in
  primary key (file_id, part)
);
alter table file_part alter column sealed set storage external;  -- what is sealed does not compress

-- Beside the keys of persons: the ordinary backup leaves it out, and so holds no roster that anybody could read.
create table keyring.file_key (
  file_id uuid primary key,
  wrapped_key bytea not null
);
