-- Whether a waiting award went beyond what one gives to each holder alone, or beyond what one gives to all of them together.
alter table waiting_award
  add column limit_of text not null default 'each' check (limit_of in ('each', 'together'));
alter table waiting_award alter column limit_of drop default;

-- What a second person asks before signing, and what whoever gives it answers, in turn.
create table waiting_award_word (
  waiting_id uuid not null references waiting_award,
  seq int not null check (seq between 1 and 20),   -- odd: a question; even: the answer to it
  by_id uuid not null references resident,
  words text not null check (length(words) between 1 and 200),
  said_at timestamptz not null,
  primary key (waiting_id, seq)
);
create trigger waiting_award_word_append_only before update or delete on waiting_award_word
  for each row execute function refuse_change();
create trigger waiting_award_word_no_truncate before truncate on waiting_award_word
  for each statement execute function refuse_change();
