-- How many households went over with a change of units, as its history tells it. Of those of before it is counted from what
-- was told to the households themselves.
alter table unit_change add column households int check (households >= 0);
alter table unit_change disable trigger unit_change_append_only;
update unit_change c set households = n.told
  from (select id, count(household_id) as told from unit_change left join
      (select unit_change_id, household_id from person_change where kind = 'redrawn') as p on p.unit_change_id = id
    where kind <> 'renamed' group by id) as n
  where n.id = c.id;
alter table unit_change enable trigger unit_change_append_only;
alter table unit_change add constraint unit_change_counted check ((kind = 'renamed') = (households is null));
create index unit_change_day on unit_change (from_on, changed_at, id);
