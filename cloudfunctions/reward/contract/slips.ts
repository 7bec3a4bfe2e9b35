import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, Id, Limit, Millis, Sentence, Total, visibleText } from '../../kit/fields';
import { GIFT_CENTS_MAX, PAPER_MAX, PIECES_MAX, SLIP_KINDS, SLIP_STATES } from '../../values/goods';
import { UNIT_COST_CENTS_MAX } from '../../values/limits';
import { OFFICE, STAFF, SUPERVISORS } from '../../values/roles';

const OfCommunity = { unitId: Id.describe('A community.') };
const ByPages = { cursor: Cursor.optional(), limit: Limit.default(50) };

const Came = { goodsId: Id, quantity: z.int().min(1).max(PIECES_MAX).describe('How many came in.') };
const Price = z.int().min(0).max(UNIT_COST_CENTS_MAX);
const Paper = visibleText(PAPER_MAX).describe('凭证号: of the receipt or the list.');
const Slip = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bought'),
    ...Came,
    unitPriceCents: Price.describe('What one cost, in cents of RMB.'),
    source: Sentence.describe('The seller.'),
    paper: Paper,
  }),
  z.strictObject({
    kind: z.literal('donated'),
    ...Came,
    unitPriceCents: Price.optional().describe('What one is worth, in cents of RMB.'),
    source: Sentence.describe('The giver, as they wish to be named.'),
    paper: Paper.optional(),
  }),
  z.strictObject({
    kind: z.literal('counted'),
    goodsId: Id,
    quantity: z.int().min(0).max(PIECES_MAX).describe('What was counted on the shelf.'),
  }),
  z.strictObject({
    kind: z.literal('money'),
    cents: z.int().min(1).max(GIFT_CENTS_MAX).describe('Of RMB.'),
    source: Sentence.describe('The giver, as they wish to be named.'),
    paper: Paper.optional(),
  }),
]);

export const countGoods = defineAction({
  name: 'reward.countGoods',
  summary:
    'Somebody of the office counts (经办) what came in, what was given, or what stands on the shelf. It counts once another person has seen it (reward.watchSlip).',
  input: z.strictObject({ ...OfCommunity, slip: Slip }),
  output: z.strictObject({ slipId: Id }),
  refusals: ['UNIT_NOT_FOUND', 'GOODS_NOT_FOUND', 'GOODS_ENDED'],
  allow: [role(...OFFICE)],
  effect: 'write',
});

export const slips = defineAction({
  name: 'reward.slips',
  summary:
    'What was counted in a community, newest first: what waits for a second person, and what one has said of the others.',
  input: z.strictObject({
    ...OfCommunity,
    state: z.enum(SLIP_STATES).optional(),
    kind: z.enum(SLIP_KINDS).optional(),
    ...ByPages,
  }),
  output: z.strictObject({
    slips: z.array(
      z.strictObject({
        slipId: Id,
        kind: z.enum(SLIP_KINDS),
        goodsId: Id.nullable(),
        name: z.string().nullable().describe('Of the thing; null for money.'),
        measure: z.string().nullable().describe('What it is counted in.'),
        quantity: Total.nullable().describe('What came in, or stands there by a stock take; null for money.'),
        onShelf: Total.nullable().describe('What the book says is there now.'),
        unitPriceCents: Total.nullable().describe('What one cost or is worth, in cents of RMB.'),
        cents: Total.nullable().describe('Of a gift of money; else null.'),
        source: z.string().nullable(),
        paper: z.string().nullable().describe('凭证号'),
        countedByName: z.string(),
        countedAtMs: Millis,
        state: z.enum(SLIP_STATES),
        watchedByName: z.string().nullable(),
        watchedAtMs: Millis.nullable(),
        because: z.string().nullable().describe('Why it was turned down.'),
        mayWatch: z.boolean().describe('false: the caller counted it, or it has been seen.'),
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});

export const watchSlip = defineAction({
  name: 'reward.watchSlip',
  summary: 'A second person (监督) says whether it was counted rightly; only then is it in the book.',
  input: z.strictObject({
    slipId: Id,
    isRight: z.boolean(),
    because: Sentence.optional().describe('Why not; needed with isRight: false.'),
  }),
  output: z.strictObject({
    state: z.enum(['seen', 'turnedDown']),
    onShelf: Total.nullable().describe('After it; null for money, and where nothing moved.'),
  }),
  refusals: ['SLIP_NOT_FOUND', 'NEEDS_OTHER_PERSON', 'COUNT_AGAIN'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'write',
});
