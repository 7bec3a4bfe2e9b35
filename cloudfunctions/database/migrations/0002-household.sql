-- Residents and households. Words about a person stand only in personal_data, encrypted with that person's own key.

create schema keyring;                           -- left out of the ordinary backup, so that a restore cannot bring an erased person back
create table keyring.personal_key (
  subject_id uuid primary key,
  wrapped_key bytea not null,
  master_key_id text not null,
  created_at timestamptz not null
);

create table personal_data (
  subject_id uuid primary key,                   -- a resident, a household or an application
  subject_kind text not null check (subject_kind in ('resident', 'household', 'application')),
  name_enc bytea,
  phone_enc bytea,
  id_tail_enc bytea,
  address_enc bytea,
  note_enc bytea,
  updated_at timestamptz not null
);

create table personal_index (                    -- HMAC blind index: found without being readable
  token bytea not null,
  subject_id uuid not null references personal_data on delete cascade,
  kind text not null check (kind in ('name', 'nameTail', 'namePart', 'surname', 'phone', 'phoneTail', 'address')),
  primary key (token, subject_id, kind)
);
create index personal_index_subject on personal_index (subject_id);

create table resident (
  id uuid primary key,
  sex text check (sex in ('female', 'male')),
  born_on date,                                  -- 31 December where only the year is known
  born_precision text check (born_precision in ('day', 'year')),
  is_assisted boolean not null default false,    -- 代办账户: served by a helper or at the desk
  helper_id uuid references resident,            -- guardian or helper who may act for this person
  names_shown boolean not null default false,    -- agreed to be named in public
  died_on date,
  created_at timestamptz not null,
  check ((born_on is null) = (born_precision is null))
);
create index resident_helper on resident (helper_id) where helper_id is not null;
alter table role_grant add foreign key (resident_id) references resident;

create table household (
  id uuid primary key,
  community_id uuid not null references org_unit,
  unit_id uuid not null references org_unit,     -- its grid or group
  number text not null,                          -- 户编号, as the roster has it
  head_id uuid references resident,
  pool_agreed_by uuid references resident,       -- the head's consent, once, to spending the household's own account
  pool_agreed_at timestamptz,
  created_at timestamptz not null,
  ended_on date,
  unique (community_id, number)
);
create index household_unit on household (unit_id);

create table membership (
  id uuid primary key,
  resident_id uuid not null references resident,
  household_id uuid not null references household,
  relation text not null,                        -- to the head, as in the roster: 户主 配偶 子 女 …
  joined_on date not null,
  left_on date,
  pool_agreed_at timestamptz,                    -- this person lets the household redeem with their points
  check (left_on is null or left_on >= joined_on)
);
create unique index membership_one_at_a_time on membership (resident_id) where left_on is null;
create index membership_household on membership (household_id) where left_on is null;

create table identity (                          -- a WeChat user or a web account; the openid is kept as an HMAC
  id uuid primary key,
  kind text not null check (kind in ('wechat', 'demo')),
  subject_hash bytea not null,
  resident_id uuid references resident,
  created_at timestamptz not null,
  unique (kind, subject_hash)
);
create unique index identity_one_per_resident on identity (resident_id, kind) where resident_id is not null;
alter table session add foreign key (identity_id) references identity;

create table binding_event (                     -- the trail of who was bound to whom, and how
  id uuid primary key,
  identity_id uuid not null references identity,
  resident_id uuid not null references resident,
  kind text not null check (kind in ('boundByCard', 'boundByApplication', 'boundByInvite', 'boundByPhone', 'unbound')),
  by_resident_id uuid references resident,
  at timestamptz not null
);
create index binding_event_resident on binding_event (resident_id);

create table consent (
  id uuid primary key,
  identity_id uuid references identity,
  resident_id uuid references resident,
  given_by uuid references resident,             -- a guardian or helper, when not the person
  purpose text not null check (purpose in ('identity', 'points', 'pooling', 'shownByName', 'child')),
  version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index consent_resident on consent (resident_id);

create table household_card (
  household_id uuid not null references household,
  version integer not null check (version > 0),
  token_hash bytea not null unique,
  number_hash bytea not null unique,
  issued_by uuid not null references resident,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  primary key (household_id, version)
);
create unique index household_card_one_valid on household_card (household_id) where revoked_at is null;

create table bind_code (                         -- given by staff with the card: 72 hours, five tries
  resident_id uuid not null references resident,
  code_hash bytea not null,
  issued_by uuid not null references resident,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  tries_left integer not null check (tries_left >= 0),
  used_at timestamptz,
  primary key (resident_id, issued_at)
);

create table bind_application (
  id uuid primary key,
  identity_id uuid not null references identity,
  community_id uuid not null references org_unit,
  born_on date,
  sex text check (sex in ('female', 'male')),
  state text not null check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
  refused_because text check (refused_because in ('notLivingHere', 'notMatching', 'alreadyBound', 'other')),
  decided_by uuid references resident,
  decided_at timestamptz,
  resident_id uuid references resident,
  created_at timestamptz not null
);
create unique index bind_application_one_waiting on bind_application (identity_id) where state = 'waiting';
create index bind_application_community on bind_application (community_id, created_at) where state = 'waiting';

create table invite (
  id uuid primary key,
  household_id uuid not null references household,
  resident_id uuid not null references resident,
  code_hash bytea not null unique,
  invited_by uuid not null references resident,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);

create table roster_import (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  file_hash bytea not null,
  imported_by uuid not null references resident,
  at timestamptz not null,
  counts jsonb not null
);
