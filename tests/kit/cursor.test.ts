import fc from 'fast-check';
import * as z from 'zod';
import { cutPage, readCursor, writeCursor } from '../../cloudfunctions/kit/cursor';
import { DateText, Id, Millis, Title } from '../../cloudfunctions/kit/fields';
import { cursorOf } from '../support/cursor';

const KEYS = { title: Title, atMs: Millis, id: Id };
const id = '0194c7a6-0000-7000-8000-000000000001';
const refused = { ok: false, code: 'INVALID_INPUT', detail: { fields: ['input.cursor'] } };

it('leads back to the place it was written for, whatever its text', () => {
  const places = fc.record({
    title: fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .filter((text) => Title.safeParse(text).data === text),
    atMs: fc.integer({ min: 0, max: 8_640_000_000_000_000 }),
    id: fc.uuid(),
  });
  fc.assert(fc.property(places, (place) => expect(readCursor(KEYS, writeCursor(KEYS, place))).toEqual(place)));
});

it('writes the keys alone, in their order, and nothing else of the row', () => {
  const row = { name: '李秀英', id, atMs: 5, title: '甲' };
  expect(writeCursor(KEYS, row)).toBe(cursorOf(['甲', 5, id]));
});

it('is null before the first page', () => {
  expect(readCursor(KEYS, undefined)).toBeNull();
});

it.each<[what: string, cursor: string]>([
  ['no JSON', 'x'],
  ['no list', Buffer.from('{}').toString('base64url')],
  ['no values', Buffer.from('null').toString('base64url')],
  ['too few values', cursorOf(['甲', 5])],
  ['too many', cursorOf(['甲', 5, id, 1])],
  ['values in another order', cursorOf([5, '甲', id])],
  ['a value out of its range', cursorOf(['甲', -1, id])],
  ['another list’s', writeCursor({ day: DateText }, { day: '2026-11-29' })],
  ['another spelling of the same', `${cursorOf(['甲', 5, id])}=`],
  ['blanks in its JSON', Buffer.from(`["甲", 5, "${id}"]`).toString('base64url')],
])('refuses what it would not have written: %s', (_what, cursor) => {
  expect(readCursor(KEYS, cursor)).toMatchObject(refused);
});

it('ends a page at its limit, and names a next one only when there is more', () => {
  const keys = { seq: z.int() };
  const rows = [3, 2, 1].map((seq) => ({ seq }));
  expect(cutPage(keys, rows, 2)).toEqual({ page: rows.slice(0, 2), nextCursor: writeCursor(keys, { seq: 2 }) });
  expect(cutPage(keys, rows, 3)).toEqual({ page: rows, nextCursor: null });
  expect(cutPage(keys, [], 3)).toEqual({ page: [], nextCursor: null });
});
