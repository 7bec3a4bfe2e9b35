import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, DateText, Id, Limit, Millis, Title, Total, visibleText } from '../../kit/fields';
import { MEASURE_MAX, MOVEMENT_KINDS } from '../../values/goods';
import { OFFICE, STAFF, SUPERVISORS } from '../../values/roles';
import { Changes } from './changes';

const OfCommunity = { unitId: Id.describe('A community.') };
const ByPages = { cursor: Cursor.optional(), limit: Limit.default(50) };

export const goods = defineAction({
  name: 'reward.goods',
  summary: 'What stands on a community’s shelf, and how much of it is promised to vouchers that were not used yet.',
  input: z.strictObject({
    ...OfCommunity,
    days: z
      .strictObject({ from: DateText, to: DateText })
      .optional()
      .describe('Both in it: what came and went in these days is told, too.'),
    ended: z.boolean().default(false).describe('true: those that have ended, too.'),
    ...ByPages,
  }),
  output: z.strictObject({
    goods: z.array(
      z.strictObject({
        goodsId: Id,
        name: z.string(),
        measure: z.string().describe('What it is counted in: 袋, 瓶.'),
        onShelf: Total.describe('How many stand there.'),
        promised: Total.describe(
          'To vouchers that can still be used; they are on the shelf until they are handed out.',
        ),
        isEnded: z.boolean(),
        changes: Changes,
        inDays: z
          .strictObject({
            before: Total.describe('On the shelf before these days.'),
            came: Total.describe('Came in.'),
            went: Total.describe('Went out.'),
            after: Total.describe('On the shelf after these days.'),
          })
          .nullable()
          .describe('before + came − went = after; null where no days are asked for.'),
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});

export const addGoods = defineAction({
  name: 'reward.addGoods',
  summary: 'Names a thing that a community keeps on its shelf. None is there until some comes in.',
  input: z.strictObject({ ...OfCommunity, name: Title, measure: visibleText(MEASURE_MAX) }),
  output: z.strictObject({ goodsId: Id }),
  refusals: ['UNIT_NOT_FOUND', 'GOODS_EXIST'],
  allow: [role(...OFFICE)],
  effect: 'write',
});

export const goodsMovements = defineAction({
  name: 'reward.goodsMovements',
  summary:
    'Every movement of a community’s goods (物资出入库台账), newest first: in and out, what was left, who counted and who watched.',
  input: z.strictObject({
    ...OfCommunity,
    goodsId: Id.optional().describe('All of the community’s when left out.'),
    from: DateText.optional().describe('The first day.'),
    to: DateText.optional().describe('The last day, itself included.'),
    ...ByPages,
  }),
  output: z.strictObject({
    movements: z.array(
      z.strictObject({
        goodsId: Id,
        seq: z.int().min(1),
        name: z.string().describe('As it was called then.'),
        measure: z.string().describe('What it is counted in.'),
        kind: z.enum(MOVEMENT_KINDS),
        quantity: z.int().describe('In, or below 0: out.'),
        onShelf: Total.describe('After it.'),
        unitPriceCents: Total.nullable().describe('What one cost or is worth, in cents of RMB.'),
        source: z.string().nullable().describe('The seller, or the giver as they wish to be named.'),
        paper: z.string().nullable().describe('凭证号; of what was redeemed, the code of its voucher, which is used.'),
        handledByName: z.string(),
        watchedByName: z.string().nullable().describe('null: handed out to whoever had the voucher.'),
        movedAtMs: Millis,
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});
