-- Things on a community's shelf, and every movement of them: 物资出入库台账.
create table goods (
  id uuid primary key,
  unit_id uuid not null references org_unit,     -- a community
  name text not null,
  measure text not null,                         -- 袋, 瓶, 份
  added_by uuid not null references resident,
  added_at timestamptz not null,
  unique (unit_id, name)
);

-- What one person counted: goods that came in, money that was given, or what stands on the shelf. It counts once another has seen it.
create table goods_slip (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  kind text not null check (kind in ('bought', 'donated', 'counted', 'money')),
  goods_id uuid references goods,
  quantity integer check (quantity >= 0),
  after_seq integer,                             -- of a stock take: the last movement before it, 0 for none
  unit_price_cents integer check (unit_price_cents >= 0),
  cents bigint check (cents >= 1),
  source text,                                   -- the seller, or the giver as they wish to be named
  paper text,                                    -- 凭证号
  counted_by uuid not null references resident,
  counted_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'seen', 'turnedDown')),
  watched_by uuid references resident,
  watched_at timestamptz,
  because text,
  check ((state = 'waiting') = (watched_by is null)),
  constraint goods_slip_two_people check (watched_by <> counted_by),   -- without it one person would count and watch
  check ((kind = 'money') = (goods_id is null) and (kind = 'money') = (cents is not null)),
  check ((kind = 'money') = (quantity is null) and (kind = 'counted') = (after_seq is not null)),
  check (kind = 'counted' or quantity is null or quantity >= 1)
);
create index goods_slip_list on goods_slip (unit_id, counted_at, id);
create function refuse_ended_slip() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'waiting' then
    raise exception 'a slip that was seen stays as it is: % refused', tg_op using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger goods_slip_stays before update or delete on goods_slip for each row execute function refuse_ended_slip();
create trigger goods_slip_no_truncate before truncate on goods_slip for each statement execute function refuse_change();

alter table voucher add column quantity integer not null default 1 check (quantity >= 1);
alter table reward add column goods_id uuid references goods;
create index reward_goods on reward (goods_id) where goods_id is not null;

-- In and out, with what is on the shelf after it: never below none.
create table goods_movement (
  goods_id uuid not null references goods,
  seq integer not null check (seq >= 1),
  kind text not null check (kind in ('bought', 'donated', 'counted', 'redeemed')),
  quantity integer not null check (quantity <> 0),
  on_shelf integer not null,
  slip_id uuid unique references goods_slip,
  voucher_id uuid unique references voucher,     -- each is handed out once
  handled_by uuid not null references resident,
  watched_by uuid references resident,
  moved_at timestamptz not null,
  primary key (goods_id, seq),
  constraint goods_movement_on_shelf check (on_shelf >= 0),
  check ((kind = 'redeemed') = (voucher_id is not null) and (kind = 'redeemed') = (slip_id is null)),
  check ((kind = 'redeemed') = (watched_by is null)),
  constraint goods_movement_two_people check (watched_by <> handled_by),
  check (case kind when 'redeemed' then quantity < 0 when 'counted' then true else quantity > 0 end)
);
create index goods_movement_time on goods_movement (moved_at);
create trigger goods_movement_append_only before update or delete on goods_movement for each row execute function refuse_change();
create trigger goods_movement_no_truncate before truncate on goods_movement for each statement execute function refuse_change();
