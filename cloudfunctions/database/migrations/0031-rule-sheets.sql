-- Where an item stood in the file it came from, across its sheets; and what people have said of headings nobody knew.

alter table point_item add column sheet_place text;    -- 农村版!C5; null: from before, or from no file

create table sheet_heading (
  unit_id uuid not null references org_unit,     -- a community
  heading text not null,                         -- without blanks and brackets
  means text not null check (means in ('name', 'points', 'category', 'countedPer', 'note', 'evidence', 'ceiling', 'nothing')),
  said_by uuid not null references resident,
  said_at timestamptz not null,
  primary key (unit_id, heading)
);
