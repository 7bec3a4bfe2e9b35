import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, Total } from '../../kit/fields';
import { UnitChanged } from '../../organisation/contract/units';
import { APPOINTERS, ROLES } from '../../values/roles';
import { REDRAWN_AT_ONCE } from '../../values/units';

const Both = { unitId: Id, intoUnitId: Id };
const HouseholdIds = z
  .array(Id)
  .min(1)
  .max(REDRAWN_AT_ONCE)
  .optional()
  .describe('Of the unit or below it; all of them when left out.');

/** So many are told by name. */
export const TOLD_BY_NAME = 200;

const Outcome = {
  households: Total.describe(
    'Registered in intoUnitId, or below it in a street’s communities; those that have ended go along uncounted.',
  ),
  people: Total,
  renumbered: Total.describe('Households whose number was taken there: they get a new one.'),
  carried: z
    .array(z.strictObject({ residentId: Id, name: z.string(), role: z.enum(ROLES) }))
    .max(TOLD_BY_NAME)
    .describe('Whose role in the unit is one in intoUnitId, with the same last day. Of a redrawing nobody’s.'),
  rolesEnded: Total.describe('Roles in the unit; whoever has the same in intoUnitId gets no second one.'),
  renamed: z
    .array(z.strictObject({ before: z.string().describe('What it was called until then.'), name: z.string() }))
    .max(TOLD_BY_NAME)
    .describe('Grids, groups, societies and providers of which intoUnitId has one of that name.'),
  applications: Total.describe('To join, which wait: the office of intoUnitId decides.'),
};

export const foreseeUnits = defineAction({
  name: 'household.foreseeUnits',
  summary:
    'What would come of merging a unit into another, or of redrawing households of one into another. Changes nothing.',
  input: z.strictObject({ kind: z.enum(['merged', 'redrawn']), ...Both, householdIds: HouseholdIds }),
  output: z.strictObject(Outcome),
  refusals: ['UNIT_NOT_FOUND', 'UNITS_APART', 'HOUSEHOLD_NOT_FOUND'],
  allow: [role(...APPOINTERS)],
  effect: 'read',
});

export const mergeUnits = defineAction({
  name: 'household.mergeUnits',
  summary:
    'A street, community, grid or group is merged into another of its level from a day on: households, grids, societies, providers, roles and what waits go over, of a street its communities as they are; accounts and entries stay as they are. By who stands above both.',
  input: z.strictObject({ ...Both, ...UnitChanged }),
  output: z.strictObject(Outcome),
  refusals: ['UNIT_NOT_FOUND', 'UNITS_APART', 'UNIT_CHANGE_DAY'],
  allow: [role(...APPOINTERS)],
  effect: 'write',
});

export const redrawUnit = defineAction({
  name: 'household.redrawUnit',
  summary:
    'Households of a unit, chosen or all, belong to another one from a day on; card, account, agreements and everybody in them go along. By who stands above both.',
  input: z.strictObject({ ...Both, householdIds: HouseholdIds, ...UnitChanged }),
  output: z.strictObject(Outcome),
  refusals: ['UNIT_NOT_FOUND', 'UNITS_APART', 'UNIT_CHANGE_DAY', 'HOUSEHOLD_NOT_FOUND'],
  allow: [role(...APPOINTERS)],
  effect: 'write',
});
