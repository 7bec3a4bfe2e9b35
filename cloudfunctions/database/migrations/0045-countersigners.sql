-- Whose key signs a community's days a second time: 村务监督委员会, or somebody else from outside. The other half of the key
-- never comes here. Holds nothing about its state: what was said of it stands in countersigner_word.
create table countersigner (
  id uuid primary key,
  unit_id uuid not null references org_unit,       -- a community
  name text not null check (length(name) between 1 and 40),   -- a post, never a person's name
  public_key bytea not null unique check (length(public_key) = 32)
);
create index countersigner_unit on countersigner (unit_id);

-- A key begins by the word of two, and ends by that of two. Whoever says it again has said it once.
create table countersigner_word (
  countersigner_id uuid not null references countersigner,
  what text not null check (what in ('begin', 'end')),
  said_by uuid not null references resident,
  said_at timestamptz not null,
  constraint countersigner_word_of_two primary key (countersigner_id, what, said_by)
);

-- What was signed with it. Two of one day only where the day was signed anew after a backup was put back.
create table countersignature (
  countersigner_id uuid not null references countersigner,
  day date not null,
  hash bytea not null check (length(hash) = 32),   -- of the checkpoint that stood there
  signed_at timestamptz not null,                  -- by the signer's clock, and part of what is signed
  signature bytea not null check (length(signature) = 64),
  primary key (countersigner_id, day, hash)
);

create trigger countersigner_append_only before update or delete on countersigner
  for each row execute function refuse_change();
create trigger countersigner_no_truncate before truncate on countersigner
  for each statement execute function refuse_change();
create trigger countersigner_word_append_only before update or delete on countersigner_word
  for each row execute function refuse_change();
create trigger countersigner_word_no_truncate before truncate on countersigner_word
  for each statement execute function refuse_change();
create trigger countersignature_append_only before update or delete on countersignature
  for each row execute function refuse_change();
create trigger countersignature_no_truncate before truncate on countersignature
  for each statement execute function refuse_change();
