-- What earns points: documents, the city's and district's ranges, a community's items and their versions.

create table policy_document (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  number text not null,                          -- 文号
  title text not null,
  issuer text not null,
  issued_on date not null,
  created_at timestamptz not null,
  unique (unit_id, number)
);

create table guideline_item (
  id uuid primary key,
  unit_id uuid not null references org_unit,     -- a city or a district
  policy_document_id uuid not null references policy_document,
  category text not null,
  name text not null,
  points_min integer not null check (points_min >= 1),
  points_max integer not null check (points_max >= points_min),
  counted_per text not null,                     -- 次 人次 小时 年度 …
  evidence text not null default '',
  retired_at timestamptz,
  created_at timestamptz not null,
  unique (unit_id, name)
);

create table programme (                         -- 特色品牌
  id uuid primary key,
  unit_id uuid not null references org_unit,
  name text not null,
  aim text not null,
  created_at timestamptz not null,
  unique (unit_id, name)
);

create table sheet_import (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  file_name text not null,
  file_hash bytea not null,
  imported_by uuid not null references resident,
  at timestamptz not null,
  counts jsonb not null
);

create table point_item (
  id uuid primary key,
  unit_id uuid not null references org_unit,     -- a community
  name text not null,
  state text not null check (state in ('draft', 'published', 'retired')),
  current_version integer,                       -- the published one
  sheet_import_id uuid references sheet_import,
  sheet_row integer,
  retired_because text,
  created_at timestamptz not null,
  check (state <> 'published' or current_version is not null) -- a draft that was never published may be dropped
);
create unique index point_item_name on point_item (unit_id, name) where state <> 'retired';

create table point_item_version (
  item_id uuid not null references point_item,
  version integer not null check (version > 0),
  name text not null,
  category text not null,
  points integer not null check (points >= 1),   -- rule 4: there is no negative item
  counted_per text not null,
  evidence text not null default '',
  guideline_item_id uuid references guideline_item,
  programme_id uuid references programme,
  policy_document_id uuid references policy_document,
  holder_kind text not null check (holder_kind in ('resident', 'household', 'society')),
  cap_person_day integer check (cap_person_day > 0),
  cap_person_month integer check (cap_person_month > 0),
  cap_person_year integer check (cap_person_year > 0),
  cap_household_day integer check (cap_household_day > 0),
  cap_household_month integer check (cap_household_month > 0),
  cap_household_year integer check (cap_household_year > 0),
  needs_review boolean not null default false,
  notice_days integer not null default 0 check (notice_days between 0 and 30),
  is_legal_duty boolean,                         -- null: not answered yet, so it cannot be published
  legal_duty_reason text,
  drafted_by uuid not null references resident,
  drafted_at timestamptz not null,
  published_by uuid references resident,
  published_at timestamptz,
  primary key (item_id, version),
  check (num_nonnulls(guideline_item_id, programme_id) <= 1),
  check (published_at is null or (is_legal_duty = false and legal_duty_reason is not null and policy_document_id is not null))
);
alter table point_item add foreign key (id, current_version) references point_item_version (item_id, version) deferrable initially deferred;
