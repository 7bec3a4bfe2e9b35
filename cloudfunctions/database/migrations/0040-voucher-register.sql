-- All vouchers of a community, newest first.
create index voucher_unit on voucher (unit_id, issued_at desc, id);
