-- Of somebody who was erased no birthday stays in the history either. That alone may be taken out of it, and nothing else.
create function refuse_trail_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.born_before is null and new.born_after is null
    and to_jsonb(new) - 'born_before' - 'born_after' = to_jsonb(old) - 'born_before' - 'born_after'
    and exists (select from resident where id = old.resident_id and erased_on is not null) then
    return new;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
drop trigger person_change_stays on person_change;
create trigger person_change_stays before update or delete on person_change
  for each row execute function refuse_trail_change();

update person_change set born_before = null, born_after = null
  where num_nonnulls(born_before, born_after) > 0
    and resident_id in (select id from resident where erased_on is not null);
update bind_application set born_on = null, sex = null
  where identity_id in (select identity_id from binding_event
    where resident_id in (select id from resident where erased_on is not null));
