import * as z from 'zod';
import { denied, hasRight, namesOf } from '../../household';
import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id } from '../../kit/fields';
import { type Call, read } from '../../kit/handler';
import { isRefusal, refuse } from '../../kit/refusal';
import { communityOf } from '../../organisation';
import * as contract from '../contract/items';
import type { ItemState } from '../rules/item';
import { countItems, listItems } from '../store/item-list';

type Order = InputOf<typeof contract.items>['sort'];

/** In another order a cursor is refused. */
const keysOf = ({ by, falling }: Order) => ({
  ...{ by: z.literal(by), falling: z.literal(falling) },
  value: (by === 'points' ? z.int32() : z.string().regex(/^\P{Cc}*$/u)) as z.ZodType<string | number>,
  ...{ sheetRow: z.int32(), itemId: Id },
});

async function items(call: Call, input: InputOf<typeof contract.items>) {
  const community = await communityOf(call.db, input.unitId);
  if (!community) return refuse('UNIT_NOT_FOUND');
  const { caller, today } = call;
  const mayReadDrafts = caller !== null && hasRight({ caller, today }, 'seeDrafts', { unitPath: community.path });
  if (input.state !== 'published' && !mayReadDrafts) return caller ? denied('seeDrafts') : refuse('NOT_SIGNED_IN');
  const { state, limit, query = null, sort, only } = input;
  const keys = keysOf(sort);
  const behind = readCursor(keys, input.cursor);
  if (isRefusal(behind)) return behind;
  const meant = { unitId: community.unitId, state, query, only };
  const found = await listItems(call.db, meant, { sort, behind, limit: limit + 1 });
  const { page, nextCursor } = cutPage(
    keys,
    found.map((item) => ({ ...item, ...sort, value: item[sort.by] })),
    limit,
  );
  const count = await countItems(call.db, meant);
  const names = state === 'draft' ? await namesOf(call.world, call.db, drafters(page)) : new Map<string, string>();
  const items = page.map(({ by: _, falling: __, value: ___, ...item }) => ({
    ...shown(item, state, mayReadDrafts),
    ...(state === 'draft' && { drafted: draftedBy(item, names, caller) }),
  }));
  return { items, count, nextCursor };
}

type Listed = Awaited<ReturnType<typeof listItems>>[number];
const drafters = (page: readonly Listed[]) => [...new Set(page.map((item) => item.draftedBy))];

const draftedBy = (item: Listed, names: ReadonlyMap<string, string>, caller: Call['caller']) => ({
  ...{ byName: names.get(item.draftedBy) ?? '', atMs: item.draftedAtMs },
  isOwn: item.draftedBy === caller?.residentId,
});

function shown(row: Listed, state: ItemState, mayReadDrafts: boolean) {
  const { unitPath: _path, needsReview: _review, noticeDays: _days, sheetRow: _row, retiredOn: _on, ...rest } = row;
  const { lineageId: _lineage, publishedOn: _since, draftedBy: _by, draftedAtMs: _at, ...item } = rest;
  return { ...item, grades: [...item.grades], state, hasDraft: item.hasDraft && mayReadDrafts };
}

export const itemActions = [read(contract.items, items)];
