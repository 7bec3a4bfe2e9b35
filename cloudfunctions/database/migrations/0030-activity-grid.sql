-- An activity of one grid: its workers run it. Null: of the whole community, which its office runs.
alter table activity add column grid_id uuid references org_unit;
