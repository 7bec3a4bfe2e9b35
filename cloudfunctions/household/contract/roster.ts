import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { FileBase64, FileName, Id } from '../../kit/fields';

/** What a cell was understood as, filled in as, or refused for. `row` is the row number that Excel shows. */
export const RosterFinding = z.strictObject({
  row: z.int(),
  field: z.enum([
    '户编号',
    '户主姓名',
    '姓名',
    '与户主关系',
    '性别',
    '出生日期',
    '证件号后四位',
    '联系电话',
    '居住地址',
    '网格',
    '小组',
    '备注',
    '表头',
  ]),
  kind: z.enum([
    'chineseForm',
    'dotted',
    'dateCell',
    'yearOnly',
    'noSuchDay',
    'inTheFuture',
    'numberCell',
    'blanksInside',
    'wrongDigits',
    'filledFromAbove',
    'withoutGroup',
    'emptyPerson',
    'doubleInFile',
    'unknownGrid',
    'unknownGroup',
    'withoutHead',
    'missing',
    'notUnderstood',
    'unclearMatch',
    'keptAsRegistered',
  ]),
  /** understood: read in another form; filledIn: taken from elsewhere in the household; fieldLeftOut: the row is kept without it; rowRefused. */
  effect: z.enum(['understood', 'filledIn', 'fieldLeftOut', 'rowRefused']),
  /** What it was understood as or filled with. */
  as: z.string().nullable(),
});

/** A row that could mean somebody who is registered already: a person decides (product.md: "a roster is imported again"). */
export const UnclearRow = z.strictObject({
  row: z.int(),
  householdNumber: z.string(),
  name: z.string(),
  relation: z.string(),
  bornOn: z.string().nullable(),
  bornPrecision: z.enum(['day', 'year']).nullable(),
  /**
   * birthDiffers: a member of that name has another birthday, or one of the two is not known; livesElsewhere: that name and
   * birthday are registered in another household; otherHousehold: the number is registered to people of other names;
   * headUnclear: the household waits for its head's row, there is nothing to decide.
   */
  because: z.enum(['birthDiffers', 'livesElsewhere', 'otherHousehold', 'headUnclear']),
  /** Who could be meant. */
  candidates: z.array(
    z.strictObject({
      residentId: Id,
      name: z.string(),
      relation: z.string(),
      bornOn: z.string().nullable(),
      bornPrecision: z.enum(['day', 'year']).nullable(),
      householdNumber: z.string(),
      address: z.string(),
    }),
  ),
});

/**
 * Who is meant by an unclear row: one of its candidates, or null for somebody new. A row without a decision stays out. Said of
 * a row that is not unclear, or twice of one row, it is DECISION_NOT_POSSIBLE and nothing goes in. For a candidate the
 * registered name and birthday stay (a finding `keptAsRegistered` says so); decisions are not remembered: the same file asks again.
 */
const RosterDecision = z.strictObject({ row: z.int().min(1), residentId: Id.nullable() });

const Counts = z.strictObject({
  rows: z.int(),
  households: z.int(),
  people: z.int(),
  refusedRows: z.int(),
  newHouseholds: z.int(),
  newPeople: z.int(),
  changedPeople: z.int(),
  unchangedPeople: z.int(),
});
const RosterFile = z.strictObject({
  unitId: Id,
  fileName: FileName,
  fileBase64: FileBase64,
});
const FileRefusals = [
  'UNIT_NOT_FOUND',
  'FILE_NOT_EXCEL',
  'FILE_TOO_LARGE',
  'FILE_WITHOUT_HEADER',
  'FILE_EMPTY',
] as const;

export const previewRoster = defineAction({
  name: 'household.previewRoster',
  summary:
    'Reads a roster and says per row what was understood, filled in or refused, and where a person must say who is meant. Writes nothing.',
  input: RosterFile,
  output: z.strictObject({
    fileHash: z.string(),
    counts: Counts,
    findings: z.array(RosterFinding),
    unclear: z.array(UnclearRow),
  }),
  refusals: FileRefusals,
  allow: [role('communityStaff', 'communityAdmin')],
  effect: 'read',
});

export const importRoster = defineAction({
  name: 'household.importRoster',
  summary:
    'Takes the good rows of a roster in, once: a second import of the same rows changes nothing; absence removes nobody. Unclear rows go in as a person decided.',
  input: RosterFile.extend({ decisions: z.array(RosterDecision).max(1_000).default([]) }),
  output: z.strictObject({
    fileHash: z.string(),
    counts: Counts,
    findings: z.array(RosterFinding),
  }),
  refusals: [...FileRefusals, 'DECISION_NOT_POSSIBLE'],
  allow: [role('communityStaff', 'communityAdmin')],
  effect: 'write',
});
