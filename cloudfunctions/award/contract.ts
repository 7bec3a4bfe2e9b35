import * as z from 'zod';
import { defineAction, resident, role, STAFF } from '../kit/action';
import { DateText, Holder, HolderKind, Id, Limit, Millis, Points, Total } from '../kit/fields';
import { Balance } from '../ledger/contract';

/** Why one holder's award was not posted; the others of the same call are not touched by it. */
export const AwardRefusal = z.enum([
  'HOLDER_NOT_FOUND',
  'HOLDER_KIND_DIFFERS',
  'OWN_HOUSEHOLD',
  'CAP_REACHED',
  'COUNTED_ALREADY',
  'ACCOUNT_CLOSED',
  'TWICE_IN_LIST',
  'NEEDS_REVIEW',
]);
export const CapKind = z.enum([
  'personDay',
  'personMonth',
  'personYear',
  'householdDay',
  'householdMonth',
  'householdYear',
]);

export const Awarded = z.strictObject({
  holder: Holder,
  outcome: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('posted'),
      points: Points,
      entrySeq: z.int(),
      before: Balance,
      after: Balance,
    }),
    z.strictObject({
      state: z.literal('refused'),
      code: AwardRefusal,
      cap: CapKind.nullable(),
      capTimes: z.int().nullable(),
    }),
  ]),
});

export const give = defineAction({
  name: 'award.give',
  summary:
    'Staff award an item to one or many people or households; each is decided by itself, all are posted at once.',
  input: z.strictObject({
    itemId: Id,
    holders: z.array(Holder).min(1).max(50),
    /** The deed's date, not after today and at most 90 days back; today when left out. */
    deedDate: DateText.optional(),
  }),
  output: z.strictObject({
    itemName: z.string(),
    points: Points,
    postedCount: Total,
    postedPoints: Total,
    results: z.array(Awarded),
  }),
  refusals: ['ITEM_NOT_FOUND', 'ITEM_NOT_PUBLISHED', 'DEED_DATE_NOT_ALLOWED'],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const preview = defineAction({
  name: 'award.preview',
  summary: 'What would happen to each holder: who can be awarded, who has it already, who is of the own household.',
  input: z.strictObject({
    itemId: Id,
    holders: z.array(Holder).min(1).max(100),
    deedDate: DateText.optional(),
  }),
  output: z.strictObject({
    points: Points,
    results: z.array(
      z.strictObject({
        holder: Holder,
        refusal: AwardRefusal.nullable(),
        cap: CapKind.nullable(),
      }),
    ),
  }),
  refusals: ['ITEM_NOT_FOUND', 'ITEM_NOT_PUBLISHED', 'DEED_DATE_NOT_ALLOWED'],
  allow: [role(...STAFF)],
  effect: 'read',
});

export const recent = defineAction({
  name: 'award.recent',
  summary: 'What the caller awarded lately in a community, items and people, for fewer taps; and what was given today.',
  input: z.strictObject({ unitId: Id }),
  output: z.strictObject({
    itemIds: z.array(Id),
    residentIds: z.array(Id),
    /** Residents who come most often to the community's deeds in the last 90 days. */
    regularIds: z.array(Id),
    today: z.strictObject({ people: Total, points: Total }),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});

export const neighbours = defineAction({
  name: 'award.neighbours',
  summary:
    'Thanks to neighbours: the newest posted deeds of a community, people masked unless they agreed to be named.',
  input: z.strictObject({ unitId: Id, limit: Limit.default(10) }),
  output: z.strictObject({
    thanks: z.array(
      z.strictObject({
        holderKind: HolderKind,
        name: z.string(),
        deed: z.string(),
        category: z.string(),
        deedDate: DateText,
        postedAtMs: Millis,
      }),
    ),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [resident()],
  effect: 'read',
});
