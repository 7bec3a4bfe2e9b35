import * as z from 'zod';
import { denied, hasRight } from '../../household';
import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id } from '../../kit/fields';
import { type Call, read } from '../../kit/handler';
import { isRefusal, refuse } from '../../kit/refusal';
import { communityOf } from '../../organisation';
import * as contract from '../contract/items';
import type { ItemState } from '../rules/item';
import { listItems } from '../store/item-list';

const BY_CATEGORY = { category: z.string().regex(/^\P{Cc}*$/u), sheetRow: z.int32(), itemId: Id };

async function items(call: Call, input: InputOf<typeof contract.items>) {
  const community = await communityOf(call.db, input.unitId);
  if (!community) return refuse('UNIT_NOT_FOUND');
  const { caller, today } = call;
  const mayReadDrafts = caller !== null && hasRight({ caller, today }, 'seeDrafts', { unitPath: community.path });
  if (input.state !== 'published' && !mayReadDrafts) return caller ? denied('seeDrafts') : refuse('NOT_SIGNED_IN');
  const after = readCursor(BY_CATEGORY, input.cursor);
  if (isRefusal(after)) return after;
  const { state, limit, query = null } = input;
  const found = await listItems(call.db, { unitId: community.unitId, state, query, after, limit: limit + 1 });
  const { page, nextCursor } = cutPage(BY_CATEGORY, found, limit);
  return { items: page.map((item) => shown(item, state, mayReadDrafts)), nextCursor };
}

function shown(row: Awaited<ReturnType<typeof listItems>>[number], state: ItemState, mayReadDrafts: boolean) {
  const { unitPath: _path, needsReview: _review, noticeDays: _days, sheetRow: _row, retiredOn: _on, ...rest } = row;
  const { lineageId: _lineage, publishedOn: _since, draftedBy: _by, ...item } = rest;
  return { ...item, grades: [...item.grades], state, hasDraft: item.hasDraft && mayReadDrafts };
}

export const itemActions = [read(contract.items, items)];
