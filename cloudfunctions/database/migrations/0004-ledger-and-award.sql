-- The ledger. Every key holds account_id, so that hash partitions by account can be switched on without a changed query.

create table account (
  account_id uuid primary key,                   -- the holder's own id
  holder_kind text not null check (holder_kind in ('resident', 'household', 'society')),
  seq integer not null default 0 check (seq >= 0),
  head_hash bytea not null,
  lifetime integer not null default 0 check (lifetime >= 0),
  held integer not null default 0 check (held >= 0),
  redeemed integer not null default 0 check (redeemed >= 0),
  opened_at timestamptz not null,
  closed_at timestamptz,
  constraint account_available check (lifetime - held - redeemed >= 0)
);

create table ledger_entry (
  account_id uuid not null references account,
  seq integer not null check (seq >= 1),
  kind text not null check (kind in ('credit', 'hold', 'redeem', 'release', 'correction')),
  points integer not null check (points >= 1),
  title text not null check (length(title) between 1 and 80),   -- the deed or the reward, never words about a person
  source text not null check (source in ('checkIn', 'give', 'voucher', 'correction', 'opening')),
  source_id text not null,
  unit_id uuid not null references org_unit,
  item_id uuid,
  item_version integer,
  deed_date date not null,                       -- Asia/Shanghai
  posted_at timestamptz not null,
  posted_on date not null,                       -- Asia/Shanghai; the day of its checkpoint
  corrects_seq integer,
  prev_hash bytea not null check (length(prev_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  prev_seq integer generated always as (nullif(seq - 1, 0)) stored,
  primary key (account_id, seq),
  constraint ledger_entry_no_gap foreign key (account_id, prev_seq) references ledger_entry (account_id, seq),
  foreign key (item_id, item_version) references point_item_version (item_id, version),
  constraint ledger_entry_corrects foreign key (account_id, corrects_seq) references ledger_entry (account_id, seq),
  check ((kind = 'correction') = (corrects_seq is not null)),
  check ((kind = 'correction') = (source = 'correction')),
  constraint ledger_entry_of_voucher check ((kind in ('hold', 'redeem', 'release')) = (source = 'voucher')),
  check (corrects_seq < seq)
);
create unique index ledger_entry_corrected_once on ledger_entry (account_id, corrects_seq) where corrects_seq is not null;
create unique index ledger_entry_held_once on ledger_entry (account_id, source_id) where source = 'voucher' and kind = 'hold';
create unique index ledger_entry_settled_once on ledger_entry (account_id, source_id) where source = 'voucher' and kind in ('redeem', 'release');
create index ledger_entry_day on ledger_entry (unit_id, posted_on);

-- Shared by everything that is append-only: nobody changes or removes a row, the owner's own slips included.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger ledger_entry_append_only before update or delete on ledger_entry for each row execute function refuse_change();
create trigger ledger_entry_no_truncate before truncate on ledger_entry for each statement execute function refuse_change();
create trigger audit_log_append_only before update or delete on audit_log for each row execute function refuse_change();
create trigger audit_log_no_truncate before truncate on audit_log for each statement execute function refuse_change();
create trigger audit_log_other_no_truncate before truncate on audit_log_other for each statement execute function refuse_change();

create table checkpoint (
  unit_id uuid not null references org_unit,     -- a community
  day date not null,
  leaf_count integer not null check (leaf_count > 0),
  root bytea not null,
  prev_hash bytea not null,                      -- of the community's checkpoint before, so that none can be left out
  hash bytea not null,
  key_id text not null,
  signature bytea not null,
  signed_at timestamptz not null,
  primary key (unit_id, day)
);
create trigger checkpoint_append_only before update or delete on checkpoint for each row execute function refuse_change();
create trigger checkpoint_no_truncate before truncate on checkpoint for each statement execute function refuse_change();

create table correction_request (
  id uuid primary key,
  account_id uuid not null,
  seq integer not null,
  reason text not null check (reason in ('postedTwice', 'wrongPerson', 'wrongItem', 'didNotHappen')),
  proposed_by uuid not null references resident,
  proposed_at timestamptz not null,
  state text not null check (state in ('waiting', 'approved', 'refused', 'noted')),
  decided_by uuid references resident,
  decided_at timestamptz,
  foreign key (account_id, seq) references ledger_entry (account_id, seq),
  check (decided_by is distinct from proposed_by or decided_by is null)
);
create unique index correction_request_one_open on correction_request (account_id, seq) where state in ('waiting', 'approved');

create table award (
  account_id uuid not null,
  id uuid not null,
  holder_kind text not null check (holder_kind in ('resident', 'household', 'society')),
  household_id uuid references household,        -- of the deed's day, for the household's caps
  unit_id uuid not null references org_unit,
  item_id uuid not null,
  item_version integer not null,
  points integer not null check (points >= 1),
  deed_date date not null,
  source text not null check (source in ('checkIn', 'give')),
  source_id text not null,
  state text not null check (state in ('proposed', 'reviewed', 'inNotice', 'posted', 'refused', 'withdrawn')),
  given_by uuid references resident,
  entry_seq integer,
  created_at timestamptz not null,
  posted_at timestamptz,
  primary key (account_id, id),
  constraint award_once unique (account_id, source, source_id),
  foreign key (item_id, item_version) references point_item_version (item_id, version),
  foreign key (account_id, entry_seq) references ledger_entry (account_id, seq),
  check ((state = 'posted') = (entry_seq is not null))
);
create index award_person_cap on award (account_id, item_id, deed_date);
create index award_household_cap on award (household_id, item_id, deed_date) where household_id is not null;
create index award_unit on award (unit_id, posted_at desc) where state = 'posted';
create index award_given_by on award (given_by, created_at desc) where given_by is not null;
