-- What a list of residents, a card, somebody else's word or an erasure changed stands in the same history, and is told by it.
alter table personal_data drop constraint personal_data_subject_kind_check;
alter table personal_data add constraint personal_data_subject_kind_check check
  (subject_kind in ('resident', 'household', 'application', 'list'));            -- of a list: as its file was called
alter table person_change add column import_id uuid references roster_import;   -- the list that said so
alter table person_change alter column reason drop not null;                     -- a card or a word needs none
alter table person_change drop constraint person_change_kind_check;
alter table person_change add constraint person_change_kind_check check
  (kind in ('corrected', 'moved', 'left', 'died', 'revived', 'becameHead', 'houseMoved', 'merged', 'parted', 'guardianNamed',
    'guardianEnded', 'added', 'cardMade', 'cardReplaced', 'cardStopped', 'poolingAgreed', 'poolingEnded', 'namingAgreed',
    'namingEnded', 'familyPoolAgreed', 'familyPoolEnded', 'erased'));
alter table person_change drop constraint person_change_reason_check;
alter table person_change add constraint person_change_reason_check check
  (reason in ('wroteWrong', 'showedPaper', 'toldUs', 'movedHouse', 'married', 'livesApart', 'cameBack', 'roster'));
alter table person_change add constraint person_change_of_list check ((import_id is not null) = (reason is not distinct from 'roster'));
