-- What every room stands on, and the tree of units with its roles.
-- Forward only; PostgreSQL 15's SQL. Run by the owner; the app role is granted at the end of every migration run.

-- The first answer of every write, for ever: the same request gets the same answer (rule 3).
create table request_log (
  request_id text primary key check (length(request_id) between 16 and 64),
  action text not null,
  body_hash bytea not null,
  answer json,                                   -- json, not jsonb: the bytes of the first answer are kept
  created_at timestamptz not null
);

create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  payload jsonb not null,                        -- ids and numbers only, never words about a person
  created_at timestamptz not null,
  done_at timestamptz
);
create index outbox_waiting on outbox (id) where done_at is null;

create table audit_log (
  id bigint generated always as identity,
  at timestamptz not null,
  identity_id uuid,
  resident_id uuid,
  role text,
  action text not null,
  target_kind text,
  target_id text,
  unit_id uuid,
  outcome text not null,
  trace_id text not null,
  came_from bytea,                               -- HMAC of the address, so that it can be compared and not read
  detail jsonb not null default '{}',
  primary key (id, at)
) partition by range (at);
create table audit_log_other partition of audit_log default;

-- Wrong codes and other attempts that must be slowed down. Survives the refusal that counts it.
create table attempt (
  key text not null,
  window_start timestamptz not null,
  count integer not null check (count > 0),
  primary key (key, window_start)
);

create table job_lease (
  job text primary key,
  holder text not null,
  until timestamptz not null
);

create table org_unit (
  id uuid primary key,
  parent_id uuid references org_unit,
  level text not null check (level in ('city', 'district', 'street', 'community', 'grid', 'group')),
  code text not null unique,
  name text not null,
  setting text check (setting in ('urban', 'rural')),
  path text not null unique,                     -- '/city/district/…/this/': a unit is within another when its path starts with the other's
  stage text check (stage in ('preparing', 'trial', 'running')),
  tags text[] not null default '{}',
  started_on date,
  is_demo boolean not null default false,
  phone text,                                    -- the unit's public number, printed on vouchers
  created_at timestamptz not null,
  check ((level = 'city') = (parent_id is null)),
  check ((setting is not null) = (level = 'community'))
);
create unique index org_unit_sibling_name on org_unit (parent_id, name);
create index org_unit_path on org_unit (path text_pattern_ops);

create table society (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  name text not null,
  stage text not null check (stage in ('budding', 'growing', 'mature')),
  -- who leads it stands in role_grant
  created_at timestamptz not null,
  unique (unit_id, name)
);

create table provider (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  kind text not null check (kind in ('health', 'books', 'fitness', 'afterSchool', 'agriculture', 'incubation', 'shop')),
  name text not null,
  place text not null,
  hours text not null default '',
  phone text,
  closed_on date,
  created_at timestamptz not null,
  unique (unit_id, name)
);

create table role_grant (
  id uuid primary key,
  resident_id uuid not null,
  role text not null check (role in ('groupLeader', 'societyLeader', 'gridWorker', 'communityStaff', 'communityAdmin', 'providerClerk', 'districtSupervisor', 'citySupervisor')),
  unit_id uuid not null references org_unit,
  provider_id uuid references provider,
  society_id uuid references society,
  valid_from date not null,
  valid_until date,                              -- last day on which it holds, Asia/Shanghai; null: until revoked
  granted_by uuid,                               -- null only for the installation's first city supervisor
  granted_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  check ((role = 'providerClerk') = (provider_id is not null)),
  check ((role = 'societyLeader') = (society_id is not null)),
  check (valid_until is null or valid_until >= valid_from),
  check ((revoked_by is null) = (revoked_at is null))
);
create index role_grant_resident on role_grant (resident_id) where revoked_at is null;
create index role_grant_unit on role_grant (unit_id) where revoked_at is null;
create unique index role_grant_once on role_grant (resident_id, role, unit_id, coalesce(provider_id, society_id, '00000000-0000-0000-0000-000000000000'::uuid)) where revoked_at is null;

-- Sign-in state of the host: a 256-bit token, kept only as its hash.
create table session (
  token_hash bytea primary key,
  identity_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_identity on session (identity_id) where ended_at is null;
