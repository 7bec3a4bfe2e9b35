import * as z from 'zod';
import { anyone, defineAction, role } from '../../kit/action';
import { Cursor, DateText, Id, Limit, Millis, Sentence, UnitName, UnitPhone } from '../../kit/fields';
import { APPOINTERS, STAFF, SUPERVISORS } from '../../values/roles';
import { LEVELS, UNIT_CHANGES, UNIT_CODE } from '../../values/units';

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
  endedOn: DateText.nullable().describe('From this day on successorId is there in its place; null while it is there.'),
  successorId: Id.nullable().describe('The unit that is there now, however often units were merged since.'),
});

export const tree = defineAction({
  name: 'organisation.tree',
  summary: 'The tree of units, in code order; below one unit, or all of it.',
  input: z.strictObject({
    underUnitId: Id.optional().describe('The unit itself is told too.'),
    levels: z.array(UnitLevel).max(LEVELS.length).optional().describe('Only these.'),
    ended: z.boolean().default(false).describe('Also units that were merged into another.'),
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

/** What `because` of a change of units says. */
export const WHY_CHANGED = 'The document that says so (文号), or a reason in words.';

/** When a unit is another one, and why: what every change of units is told with. */
export const UnitChanged = {
  fromOn: DateText.optional().describe('The day from which it holds: at most 31 days ago, today when left out.'),
  because: Sentence.describe(WHY_CHANGED),
};

export const renameUnit = defineAction({
  name: 'organisation.renameUnit',
  summary:
    'A unit is called otherwise from a day on. By the level above, as it was added; entries and papers of before keep what stands on them.',
  input: z.strictObject({ unitId: Id, name: UnitName, ...UnitChanged }),
  output: z.strictObject({ name: z.string() }),
  refusals: ['UNIT_NOT_FOUND', 'UNIT_EXISTS', 'UNIT_CHANGE_DAY'],
  allow: [role(...APPOINTERS)],
  effect: 'write',
});

const Above = z
  .array(z.string())
  .max(2)
  .describe('Above it now, the wider one first: of a group its community and grid, of other units the one above.');

export const unitChanges = defineAction({
  name: 'organisation.unitChanges',
  summary:
    'How a unit, or it and all below, was renamed, merged and redrawn, and what came in; newest day first, by pages.',
  input: z.strictObject({
    unitId: Id,
    below: z.boolean().default(false).describe('Also of all units below it, and of those that once stood there.'),
    kind: z.enum(UNIT_CHANGES).optional().describe('Only these.'),
    cursor: Cursor.optional(),
    limit: Limit.default(50),
  }),
  output: z.strictObject({
    changes: z.array(
      z.strictObject({
        changeId: Id,
        kind: z
          .enum(UNIT_CHANGES)
          .describe(
            'merged: unitId has ended and toUnitId follows it; redrawn: households went from unitId to toUnitId.',
          ),
        unitId: Id,
        level: UnitLevel.describe('Of unitId.'),
        name: z.string().describe('Of unitId, as it was called until then.'),
        above: Above,
        newName: z.string().nullable().describe('Of a unit that was renamed.'),
        toUnitId: Id.nullable(),
        toName: z.string().nullable().describe('As it is called now.'),
        toAbove: Above,
        households: z.int().min(0).nullable().describe('So many went over with it; null of a unit that was renamed.'),
        fromOn: DateText,
        because: z.string().describe(WHY_CHANGED),
        changedBy: Id.describe('A resident: who entered it.'),
        changedAtMs: Millis,
      }),
    ),
    count: z.int().min(0).describe('On all pages.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});
