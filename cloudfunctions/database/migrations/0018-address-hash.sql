-- One word for one thing: what the audit log keeps of a network address is its keyed hash.
alter table audit_log rename column came_from to address_hash;
