-- A reward is mended by opening it anew: limits and stock go on counting along the line of those that replace each other.

alter table reward
  add column replaces_id uuid constraint reward_replaced_once unique references reward,
  add column first_id uuid references reward,    -- the first of its line, whose stock it shares; null: it is the first
  add constraint reward_line check ((replaces_id is null) = (first_id is null));
