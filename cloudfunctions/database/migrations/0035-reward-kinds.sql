-- Kinds of reward that a city or district names itself, by a notice of its own, beside the six of the city's rules.
create table reward_kind (
  id uuid primary key,
  unit_id uuid not null references org_unit,     -- a city or a district
  name text not null,
  nature text not null check (nature in ('goods', 'service', 'honour')),
  policy_document_id uuid not null references policy_document,
  named_by uuid not null references resident,
  named_at timestamptz not null,
  unique (unit_id, name)
);

alter table reward drop constraint reward_kind_check;
alter table reward
  add constraint reward_kind_check
    check (kind in ('healthCheck', 'agriculture', 'incubation', 'healthCard', 'fitnessOrBook', 'afterSchool', 'open')),
  add column kind_id uuid references reward_kind,
  add constraint reward_kind_named check ((kind = 'open') = (kind_id is not null));
