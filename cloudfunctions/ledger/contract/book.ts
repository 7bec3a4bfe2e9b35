import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { Cursor, HolderKind, Id, Limit, Total } from '../../kit/fields';
import { STAFF } from '../../values/roles';
import { Entry } from './fields';

/** Lifetime points only grow; available = lifetime − held − redeemed, never below 0 (rule 1). */
export const Balance = z.strictObject({
  lifetime: Total.describe('累计积分: all that was ever credited, less corrections.'),
  held: Total.describe('冻结: set aside for issued vouchers.'),
  redeemed: Total.describe('Used up by verified vouchers.'),
  available: Total.describe('可兑换积分: lifetime − held − redeemed.'),
});

export const balance = defineAction({
  name: 'ledger.balance',
  summary:
    "An account's points with its household's: the caller's own, a household member's, or any for staff of the community.",
  input: z.strictObject({ holderId: Id.optional() }),
  output: z.strictObject({
    holderId: Id.describe(
      'A resident, household or society: an account has the id of its holder. The caller when left out.',
    ),
    holderKind: HolderKind,
    balance: Balance,
    household: z
      .strictObject({
        householdId: Id,
        total: Balance.describe("Everyone's points and the household's own, together."),
        own: Balance.describe('Of the household’s own account.'),
        members: z.array(z.strictObject({ residentId: Id, balance: Balance })).max(500),
      })
      .nullable()
      .describe('null for a society, or a resident without a household.'),
    months: z
      .array(
        z.strictObject({
          month: z.string().regex(/^\d{4}-\d{2}$/),
          credited: Total.describe('By credits, by deedDate.'),
        }),
      )
      .max(2_400)
      .describe(
        'Points credited per month, oldest first: what the tree rings are drawn from. Months without any are left out; two hundred years of them at most.',
      ),
  }),
  refusals: ['HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

export const passbook = defineAction({
  name: 'ledger.passbook',
  summary:
    "An account's entries by the day of the deed, newest first, by page; with the sums of the months on the page. What was entered later than its day says so by postedAtMs.",
  input: z.strictObject({
    holderId: Id.optional().describe('As in ledger.balance.'),
    cursor: Cursor.optional(),
    limit: Limit.default(30),
  }),
  output: z.strictObject({
    entries: z.array(Entry),
    months: z
      .array(
        z.strictObject({
          month: z.string(),
          credited: Total.describe('By credits.'),
          redeemed: Total.describe('By verified vouchers.'),
          corrected: Total.describe('By corrections.'),
          held: Total.describe('Set aside for vouchers.'),
          released: Total.describe('Given back by vouchers that were cancelled or lapsed.'),
        }),
      )
      .max(100)
      .describe('Sums of whole months, by deedDate, that entries of the page fall into; newest first.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

export const holder = defineAction({
  name: 'ledger.holder',
  summary: "Whose passbook it is: what stands at the head of a printed one. For whoever may see the account's points.",
  input: z.strictObject({ holderId: Id.optional().describe('As in ledger.balance.') }),
  output: z.strictObject({
    holderId: Id,
    kind: HolderKind,
    name: z.string().describe('A household’s own account goes by the name of its head.'),
    household: z.strictObject({ number: z.string(), unitName: z.string() }).nullable(),
    communityName: z.string().nullable(),
    communityPhone: z.string().nullable(),
  }),
  refusals: ['HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});
