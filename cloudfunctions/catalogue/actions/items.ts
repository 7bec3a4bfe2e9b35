import * as z from 'zod';
import type { InputOf } from '../../kit/action';
import { Id } from '../../kit/fields';
import { type Call, read } from '../../kit/handler';
import { reaches } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { communityOf } from '../../organisation';
import { DRAFT_READERS, items } from '../contract';
import type { ItemState } from '../rules/item';
import { type ListPlace, listItems } from '../store/item-list';

async function list(call: Call, input: InputOf<typeof items>) {
  const community = await communityOf(call.db, input.unitId);
  if (!community) return refuse('UNIT_NOT_FOUND');
  const mayReadDrafts = call.caller !== null && reaches(call.caller, DRAFT_READERS, community.path);
  if (input.state !== 'published' && !mayReadDrafts)
    return call.caller ? refuse('NOT_ALLOWED', { because: 'outOfReach' }) : refuse('NOT_SIGNED_IN');
  const after = input.cursor === undefined ? null : readCursor(input.cursor);
  if (isRefusal(after)) return after;
  const { state, limit, query = null } = input;
  const found = await listItems(call.db, { unitId: community.unitId, state, query, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((item) => shown(item, state, mayReadDrafts)),
    nextCursor: found.length > limit && last ? writeCursor(last) : null,
  };
}

function shown(row: Awaited<ReturnType<typeof listItems>>[number], state: ItemState, mayReadDrafts: boolean) {
  const { unitPath: _path, needsReview: _review, noticeDays: _days, sheetRow: _row, retiredOn: _on, ...item } = row;
  return { ...item, state, hasDraft: item.hasDraft && mayReadDrafts };
}

const Place = z.tuple([z.string().regex(/^\P{Cc}*$/u), z.int32(), Id]);

const writeCursor = ({ category, sheetRow, itemId }: ListPlace) =>
  Buffer.from(JSON.stringify([category, sheetRow, itemId])).toString('base64url');

function readCursor(cursor: string): ListPlace | Refusal<'INVALID_INPUT'> {
  const place = Place.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString()));
  if (!place.success) return refuse('INVALID_INPUT', { fields: ['input.cursor'], why: ['not one of ours'] });
  const [category, sheetRow, itemId] = place.data;
  return { category, sheetRow, itemId };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const itemActions = [read(items, list)];
