-- The role that the app runs as. Run by the owner after every migration run: it says what holds, not what changed.
do $$ begin
  if not exists (select from pg_roles where rolname = 'behaviour_app') then create role behaviour_app nologin; end if;
exception when duplicate_object or unique_violation then null;   -- roles belong to the whole server: another database was quicker
end $$;
do $$ begin
  if not pg_has_role(current_user, 'behaviour_app', 'usage') then grant behaviour_app to current_user; end if;
end $$;

revoke create on schema public from public;
grant usage on schema public, keyring to behaviour_app;
revoke all on all tables in schema public, keyring from behaviour_app;

do $$
declare
  t record;
begin
  for t in
    select c.oid::regclass as name, c.relname, c.relkind from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'keyring'::regnamespace) and c.relkind in ('r', 'p', 'v') and not c.relispartition
  loop
    execute format('grant %s on %s to behaviour_app', case
      when t.relkind = 'v' then 'select'
      when t.relname in ('ledger_entry', 'audit_log', 'checkpoint', 'checkpoint_tree', 'night_head', 'countersigner', 'countersigner_word', 'countersignature', 'installation', 'person_change', 'unit_change', 'guardianship', 'guardianship_end', 'goods_movement', 'reward_change') then 'select, insert'
      when t.relname = 'outbox' then 'select, insert, delete'        -- what was published is read, and one day forgotten
      when t.relname = 'request_log' then 'select, insert, update'   -- the answer is filled in by the same transaction
      when t.relname in ('personal_key', 'file_key') then 'select, insert, delete'   -- a key is made once and destroyed once
      when t.relname = 'schema_migration' then 'select'
      else 'select, insert, update, delete'
    end, t.name);
  end loop;
end $$;
grant update (born_before, born_after) on person_change to behaviour_app;   -- of the erased alone: a trigger holds that
