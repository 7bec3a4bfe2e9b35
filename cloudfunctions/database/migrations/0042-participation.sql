-- What the room of oversight counts, as its owners say it. Nothing here is kept twice: every figure is counted from these
-- rows when it is asked for, so that none can differ from its entries.

-- household's: who was on the roster of which household from which day, and from which day no more; the dead from that day.
create view person_term as
  select m.resident_id, m.household_id, h.community_id, m.joined_on as from_on,
    least(m.left_on, r.died_on, h.ended_on) as until_on, r.born_on
  from membership m join household h on h.id = m.household_id join resident r on r.id = m.resident_id;

-- household's: a household is on the roster as long as anybody is in it.
create view household_term as
  select m.household_id, h.community_id, min(m.joined_on) as from_on,
    nullif(max(coalesce(least(m.left_on, r.died_on, h.ended_on), 'infinity')), 'infinity') as until_on
  from membership m join household h on h.id = m.household_id join resident r on r.id = m.resident_id
  group by m.household_id, h.community_id;

-- household's: whether anybody in it has bound an account, and whether it holds a card, as it is now.
create view household_reach as
  select h.id as household_id,
    exists (select from membership m join identity i on i.resident_id = m.resident_id
            where m.household_id = h.id and m.left_on is null) as is_bound,
    exists (select from household_card c where c.household_id = h.id and c.revoked_at is null) as has_card
  from household h;

-- award's: what was posted and not corrected; the household is that of the deed's day.
create view standing_award as
  select account_id, holder_kind, household_id, unit_id, item_id, item_version, points, deed_date
  from award
  where state = 'posted' and not exists (
    select from corrected_entry as corrected
    where corrected.account_id = award.account_id and corrected.seq = award.entry_seq);

-- Deeds are entered about in the order of their days: a month is found by where it lies, at no cost to whoever posts.
create index award_deed_date on award using brin (deed_date date_minmax_multi_ops);
