import * as z from 'zod';
import { anyone, defineAction, role } from '../../kit/action';
import { Cursor, DateText, Id, UnitName, UnitPhone } from '../../kit/fields';
import { APPOINTERS } from '../../values/roles';
import { LEVELS, UNIT_CODE } from '../../values/units';

const UnitLevel = z.enum(LEVELS);

export const Setting = z.enum(['urban', 'rural']);
export const Stage = z.enum(['preparing', 'trial', 'running']);

const Unit = z.strictObject({
  unitId: Id,
  parentId: Id.nullable(),
  level: UnitLevel,
  code: z.string().describe('Of the whole tree, once.'),
  name: z.string(),
  setting: Setting.nullable().describe('Of a community; null for other units.'),
  stage: Stage.nullable().describe('Of a community: how far it is with the scheme; null for other units.'),
  tags: z.array(z.string()).max(20),
  startedOn: DateText.nullable(),
  phone: z.string().nullable().describe('Of its office.'),
  isDemo: z.boolean(),
});

export const tree = defineAction({
  name: 'organisation.tree',
  summary: 'The tree of units, in code order; below one unit, or all of it.',
  input: z.strictObject({
    underUnitId: Id.optional().describe('The unit itself is told too.'),
    levels: z.array(UnitLevel).max(LEVELS.length).optional().describe('Only these.'),
    cursor: Cursor.optional(),
    limit: z.int().min(1).max(500).default(500).describe('How many a page may hold.'),
  }),
  output: z.strictObject({
    units: z
      .array(Unit)
      .describe('By code, as text: a unit may come before its parent, so gather them by parentId first.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [anyone()],
  effect: 'read',
});

export const createUnit = defineAction({
  name: 'organisation.createUnit',
  summary: 'Adds a unit below another, one level down. By a supervisor, or below a community by its admin.',
  input: z.strictObject({
    parentId: Id,
    name: UnitName,
    code: z.string().regex(UNIT_CODE).describe('Unique in the whole tree.'),
    setting: Setting.optional().describe('Needed for a community, and for no other.'),
    phone: UnitPhone.optional(),
  }),
  output: z.strictObject({ unitId: Id, level: UnitLevel }),
  refusals: ['UNIT_NOT_FOUND', 'UNIT_EXISTS', 'UNIT_IS_LOWEST', 'SETTING_NEEDED'],
  allow: [role(...APPOINTERS)],
  effect: 'write',
});
