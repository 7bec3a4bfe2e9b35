-- When things can be redeemed in a community, and for how much in a month; a reward may have its own.
create table redemption_rule (
  unit_id uuid primary key references org_unit,  -- a community
  windows jsonb not null check (jsonb_typeof(windows) = 'array'),   -- none: at any time
  month_points integer check (month_points >= 1),
  month_cents bigint check (month_cents >= 1),
  set_by uuid not null references resident,
  set_at timestamptz not null
);

alter table reward
  add column windows jsonb check (jsonb_typeof(windows) = 'array'), -- null: the community's
  add column month_points integer check (month_points >= 1),
  add column month_cents integer check (month_cents >= 1);

create index voucher_of_month on voucher (unit_id, issued_at) where state in ('issued', 'redeemed');
