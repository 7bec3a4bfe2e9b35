import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { Cursor, DateText, Id, Limit, Millis, Sex } from '../../kit/fields';
import { WHY_CHANGED } from '../../organisation/contract/units';
import { BORN_PRECISIONS, CHANGE_KINDS, CORRECTED_FIELDS, GUARDIAN_PAPERS, TRAIL_REASONS } from '../../values/people';
import { STAFF } from '../../values/roles';
import { UNIT_CHANGES } from '../../values/units';

/** Nobody is registered so often; were it so, the first ones are told. */
export const MERGED_TOLD = 20;
/** Likewise. */
export const GUARDIANS_TOLD = 20;

export const person = defineAction({
  name: 'household.person',
  summary:
    'All that is registered of one person, for the staff of their place, who may put it right. Of a record that was merged, the one that stays.',
  input: z.strictObject({ residentId: Id }),
  output: z.strictObject({
    residentId: Id,
    name: z.string(),
    sex: Sex.nullable(),
    bornOn: DateText.nullable(),
    bornPrecision: z
      .enum(BORN_PRECISIONS)
      .nullable()
      .describe('month, year: no more is known, and bornOn is its last day.'),
    phone: z.string().nullable(),
    diedOn: DateText.nullable(),
    householdId: Id.nullable().describe('null for somebody who has left.'),
    relation: z.string().describe('To the head, in Chinese.'),
    isHead: z.boolean(),
    isBound: z.boolean(),
    merged: z
      .array(
        z.strictObject({
          residentId: Id,
          name: z.string(),
          isDrawnOn: z.boolean().describe('Of its points were spent since: the two stay one.'),
        }),
      )
      .max(MERGED_TOLD)
      .describe('Records that were merged into this one.'),
    guardians: z
      .array(
        z.strictObject({
          guardianshipId: Id,
          guardianId: Id,
          name: z.string(),
          paper: z.enum(GUARDIAN_PAPERS).describe('Which one was shown, see recordGuardian.'),
          paperOn: DateText.describe('The day that stands on it.'),
          until: DateText.nullable().describe('The last day on which they act for this person; null without an end.'),
          isSole: z.boolean().describe('In the place of head and helper, not beside them.'),
          recordedByName: z.string(),
          recordedAtMs: Millis,
        }),
      )
      .max(GUARDIANS_TOLD)
      .describe('By a paper, as of today; the newest first.'),
  }),
  refusals: ['RESIDENT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});

const Place = z.strictObject({ householdId: Id, number: z.string(), communityName: z.string() });

export const Change = z.strictObject({
  changeId: Id,
  kind: z.enum(CHANGE_KINDS),
  residentId: Id.nullable().describe('null where the household as a whole is meant.'),
  name: z.string().describe('Of the person; empty where the household as a whole is meant.'),
  guardianName: z.string().describe('Of who is a guardian, or no more; empty where that is not the matter.'),
  fields: z.array(z.enum(CORRECTED_FIELDS)).max(CORRECTED_FIELDS.length).describe('What was put right.'),
  bornBefore: DateText.nullable(),
  bornAfter: DateText.nullable(),
  units: z
    .strictObject({
      kind: z.enum(UNIT_CHANGES),
      name: z.string(),
      toName: z.string(),
      fromOn: DateText,
      because: z.string().describe(WHY_CHANGED),
    })
    .nullable()
    .describe('Of redrawn and roleCarried: which unit was merged or redrawn into which, from when, why.'),
  from: Place.nullable(),
  to: Place.nullable(),
  reason: z.enum(TRAIL_REASONS).nullable().describe('roster: a list of residents said so; null where none is asked.'),
  listName: z
    .string()
    .nullable()
    .describe('As the file of that list was called; null where there was none, or none was kept.'),
  byName: z.string(),
  atMs: Millis,
});

export const history = defineAction({
  name: 'household.history',
  summary:
    'What was changed about a person or a household, newest first: what, by whom, when, why. For the person, the family and the staff of the place.',
  input: z
    .strictObject({
      residentId: Id.optional(),
      householdId: Id.optional(),
      cursor: Cursor.optional(),
      limit: Limit.default(20),
    })
    .refine(({ residentId, householdId }) => !residentId !== !householdId, 'residentId or householdId')
    .describe('One of residentId and householdId.'),
  output: z.strictObject({
    changes: z.array(Change),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['RESIDENT_NOT_FOUND', 'HOUSEHOLD_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});
