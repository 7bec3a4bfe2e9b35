-- Events with a check-in, and what points are thanked with.

create table activity (
  id uuid primary key,
  short_id text not null unique check (short_id ~ '^[A-Za-z0-9_-]{8}$'),
  unit_id uuid not null references org_unit,     -- a community
  society_id uuid references society,
  item_id uuid not null references point_item,
  title text not null,
  about text not null default '',
  place text not null,
  bring text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  sign_up text not null check (sign_up in ('none', 'open')),
  capacity integer check (capacity > 0),
  code_version integer not null default 1,
  created_by uuid not null references resident,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  check (ends_at > starts_at),
  check (capacity is null or sign_up = 'open')
);
create index activity_when on activity (unit_id, starts_at);

create table sign_up (
  activity_id uuid not null references activity,
  resident_id uuid not null references resident,
  state text not null check (state in ('signedUp', 'waiting', 'cancelled')),
  at timestamptz not null,
  primary key (activity_id, resident_id)
);

create table attendance (
  activity_id uuid not null references activity,
  resident_id uuid not null references resident,
  how text not null check (how in ('scan', 'typed', 'brought', 'personalCode', 'card', 'name')),
  recorded_by uuid not null references resident,
  at timestamptz not null,
  award_id uuid not null,
  primary key (activity_id, resident_id),
  foreign key (resident_id, award_id) references award (account_id, id)
);
create index attendance_arrivals on attendance (activity_id, at);

create table reward (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  kind text not null check (kind in ('healthCheck', 'agriculture', 'incubation', 'healthCard', 'fitnessOrBook', 'afterSchool')),
  title text not null,
  summary text not null,
  about text not null default '',
  cost integer not null check (cost >= 1),
  holder_kind text not null check (holder_kind in ('resident', 'household', 'society')),
  age_min integer check (age_min between 0 and 150),
  age_max integer check (age_max between 0 and 150),
  rural_only boolean not null default false,
  least_lifetime integer not null default 0 check (least_lifetime >= 0),
  period text not null check (period in ('month', 'quarter', 'year')),
  stock_per_period integer not null check (stock_per_period >= 1),
  limit_holder integer not null check (limit_holder >= 1),
  limit_household integer check (limit_household >= 1),
  valid_days integer not null check (valid_days between 1 and 730),
  choices text[] not null default '{}',
  steps text[] not null default '{}',            -- what to do with the voucher, printed on it
  policy_document_id uuid not null references policy_document,
  funded_by text not null,
  unit_cost_cents integer not null check (unit_cost_cents >= 0),
  created_by uuid not null references resident,
  created_at timestamptz not null,
  retired_at timestamptz,
  unique (unit_id, title)
);

create table reward_provider (
  reward_id uuid not null references reward,
  provider_id uuid not null references provider,
  primary key (reward_id, provider_id)
);

create table reward_stock (
  reward_id uuid not null references reward,
  period_key text not null,                      -- 2026, 2026-Q4, 2026-11
  total integer not null check (total >= 0),
  taken integer not null default 0 check (taken >= 0),
  primary key (reward_id, period_key),
  constraint reward_stock_left check (taken <= total)
);

create table voucher (
  id uuid primary key,
  reward_id uuid not null references reward,
  period_key text not null,
  unit_id uuid not null references org_unit,
  holder_kind text not null check (holder_kind in ('resident', 'household', 'society')),
  holder_id uuid not null,
  household_id uuid references household,
  choice text,
  points integer not null check (points >= 1),
  state text not null check (state in ('issued', 'redeemed', 'cancelled', 'lapsed')),
  version integer not null default 1,
  code_hash bytea not null,
  token_hash bytea not null unique,
  issued_at timestamptz not null,
  issued_by uuid not null references resident,   -- the person, a helper, or staff at the desk
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  redeemed_by uuid references resident,
  redeemed_provider_id uuid references provider,
  ended_at timestamptz,
  ended_by uuid references resident,
  check ((state = 'redeemed') = (redeemed_at is not null)),
  check ((state in ('cancelled', 'lapsed')) = (ended_at is not null))
);
create unique index voucher_code on voucher (code_hash) where state = 'issued';
create index voucher_code_ended on voucher (code_hash) where state <> 'issued';   -- a second verification is told about the first
create index voucher_redeemed on voucher (redeemed_provider_id, redeemed_at desc) where state = 'redeemed';
create index voucher_holder on voucher (holder_id, issued_at desc);
create index voucher_household on voucher (household_id, reward_id, period_key);
create index voucher_lapsing on voucher (expires_at) where state = 'issued';

create table voucher_draw (
  voucher_id uuid not null references voucher,
  account_id uuid not null references account,
  points integer not null check (points >= 1),
  primary key (voucher_id, account_id)
);
