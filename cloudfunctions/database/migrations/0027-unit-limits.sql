-- What a community's admin has set in place of the safe value (values/unit-limits). On a unit above: the loosest that a
-- community below may choose.
create table unit_limit (
  unit_id uuid not null references org_unit,
  name text not null,
  value int not null check (value >= 0),
  set_by uuid not null references resident,
  set_at timestamptz not null,
  primary key (unit_id, name)
);
