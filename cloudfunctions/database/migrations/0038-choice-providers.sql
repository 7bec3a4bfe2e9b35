-- Of an either-or reward, which choice a provider honours: choosing one fixes where it is used. Null: whichever was chosen.
alter table reward_provider add column choice text;
