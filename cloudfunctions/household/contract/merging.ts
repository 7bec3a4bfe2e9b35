import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, Id, Limit, Millis } from '../../kit/fields';
import { MEND_REASONS } from '../../values/people';
import { OFFICE, STAFF } from '../../values/roles';

const Because = z.enum(MEND_REASONS).describe('How it is known that they are one.');
const Record = z.strictObject({
  residentId: Id,
  name: z.string(),
  age: z.int().nullable().describe('In whole years today.'),
  address: z.string().describe('Empty for somebody who lives in no household.'),
  householdNumber: z.string().describe('As the community counts its households; empty where there is none.'),
  phoneTail: z.string().describe('The last four digits; empty where no phone is known.'),
  isBound: z.boolean(),
});

export const proposeMerge = defineAction({
  name: 'household.proposeMerge',
  summary:
    'Says that two records are one person. Once a second person agrees, the one that stays is read with the points, passbook and vouchers of both, and whoever signed in as the other goes on as them; no entry is touched.',
  input: z.strictObject({
    survivorId: Id.describe('The record that stays.'),
    mergedId: Id.describe('The one that is no longer shown.'),
    reason: Because,
  }),
  output: z.strictObject({ mergeId: Id }),
  refusals: ['RESIDENT_NOT_FOUND', 'OWN_HOUSEHOLD', 'MERGED_ALREADY', 'MERGE_WAITING', 'HEAD_NEEDED'],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const proposeParting = defineAction({
  name: 'household.proposeParting',
  summary:
    'Says that two records that were merged are two people after all. Refused once the one that stays has spent of the other’s points.',
  input: z.strictObject({ mergedId: Id, reason: Because }),
  output: z.strictObject({ mergeId: Id }),
  refusals: ['RESIDENT_NOT_FOUND', 'OWN_HOUSEHOLD', 'MERGE_DRAWN_ON', 'MERGE_WAITING'],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const merges = defineAction({
  name: 'household.merges',
  summary: 'What was proposed in a community about records that are one person and waits for a second one.',
  input: z.strictObject({ unitId: Id, cursor: Cursor.optional(), limit: Limit.default(20) }),
  output: z.strictObject({
    merges: z.array(
      z.strictObject({
        mergeId: Id,
        kind: z.enum(['merge', 'part']).describe('part: they are two after all.'),
        survivor: Record,
        merged: Record,
        reason: Because,
        proposedByName: z.string(),
        isOwn: z.boolean().describe('Proposed by the caller: a colleague decides, the caller may take it back.'),
        proposedAtMs: Millis,
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});

export const decideMerge = defineAction({
  name: 'household.decideMerge',
  summary:
    'A second person agrees that records are one, or two after all, or does not. Who proposed it may take it back.',
  input: z.strictObject({
    mergeId: Id,
    approve: z.boolean().describe('false turns it down, or takes back one’s own.'),
  }),
  output: z.strictObject({ state: z.enum(['agreed', 'turnedDown', 'withdrawn']) }),
  refusals: [
    'MERGE_NOT_FOUND',
    'MERGE_DECIDED',
    'OWN_MERGE',
    'OWN_HOUSEHOLD',
    'RESIDENT_NOT_FOUND',
    'MERGED_ALREADY',
    'MERGE_DRAWN_ON',
    'HEAD_NEEDED',
  ],
  allow: [role(...OFFICE)],
  effect: 'write',
});
