-- The tree of each checkpoint as it was signed, so that a receipt need not read the community's whole day and all its heads
-- again: two hashes for each leaf, once. A day that was signed before this has none, and is computed when it is asked for.

create table checkpoint_tree (
  unit_id uuid not null,
  day date not null,
  nodes bytea not null check (length(nodes) > 0 and length(nodes) % 32 = 0),   -- SHA-256, row by row, from the leaves to the root
  primary key (unit_id, day),
  foreign key (unit_id, day) references checkpoint
);
alter table checkpoint_tree alter column nodes set storage external;           -- hashes do not compress, and a path is some slices
create trigger checkpoint_tree_append_only before update or delete on checkpoint_tree for each row execute function refuse_change();
create trigger checkpoint_tree_no_truncate before truncate on checkpoint_tree for each statement execute function refuse_change();
