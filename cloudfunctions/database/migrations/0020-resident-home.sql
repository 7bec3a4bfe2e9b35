-- household's, and the one view that a lower floor may read: whom a role is given lives a floor above the roles, and an
-- admin gives none to somebody of another community.
create view resident_home as
  select m.resident_id, u.path from membership m
  join household h on h.id = m.household_id join org_unit u on u.id = h.community_id
  where m.left_on is null;
