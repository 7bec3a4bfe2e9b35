-- The next term of a role may be given before the running one is over. Terms that overlap are refused by the action,
-- under a lock; two of the same first day by this index.

drop index role_grant_once;
create unique index role_grant_once on role_grant
  (resident_id, role, unit_id, coalesce(provider_id, society_id, '00000000-0000-0000-0000-000000000000'::uuid), valid_from)
  where revoked_at is null;
