-- A birthday may be known to the month.
alter table resident drop constraint resident_born_precision_check;
alter table resident add constraint resident_born_precision_check check (born_precision in ('day', 'month', 'year'));

-- What the columns of a community's rosters are whose titles the import does not know: a person has said so once.
create table roster_title (
  community_id uuid not null references org_unit,
  title text not null check (length(title) between 1 and 40),
  field text,                                    -- none: the column is not needed
  said_by uuid not null references resident,
  said_at timestamptz not null,
  primary key (community_id, title)
);
