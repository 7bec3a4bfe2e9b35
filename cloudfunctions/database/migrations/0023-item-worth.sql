-- What rule sheets have besides one value: named grades, points for an amount of time, ceilings in points, a condition in words.

alter table point_item_version
  add column grades jsonb not null default '[]',  -- [{name, points}]; points holds the least of them
  add column per_half_hours integer check (per_half_hours > 0), -- the points are for so many completed half hours
  add column condition text not null default '',  -- 满3次, 65岁以上
  add column ceiling_person_activity integer check (ceiling_person_activity > 0),
  add column ceiling_person_day integer check (ceiling_person_day > 0),
  add column ceiling_person_month integer check (ceiling_person_month > 0),
  add column ceiling_person_year integer check (ceiling_person_year > 0),
  add column ceiling_household_activity integer check (ceiling_household_activity > 0),
  add column ceiling_household_day integer check (ceiling_household_day > 0),
  add column ceiling_household_month integer check (ceiling_household_month > 0),
  add column ceiling_household_year integer check (ceiling_household_year > 0),
  add constraint point_item_version_grades check (
    jsonb_typeof(grades) = 'array' and not jsonb_path_exists(grades, '$[*] ? (@.points < 1)')), -- rule 4, for each of them
  add constraint point_item_version_one_worth check (grades = '[]' or per_half_hours is null);

-- By which of them an award was made, and for how long somebody did it.
alter table award
  add column grade text,
  add column half_hours integer check (half_hours > 0);
