import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, FileHash, FileName, Id, Total } from '../../kit/fields';
import { FINDINGS_AT_ONCE } from '../../values/limits';
import { OFFICE } from '../../values/roles';

/** What a cell was understood as, filled in as, or refused for. `row` is the row number that Excel shows. */
export const RosterFinding = z.strictObject({
  row: z.int().describe('As Excel shows it.'),
  field: z
    .enum([
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
    ])
    .describe('The column; 表头: the header row.'),
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
  effect: z
    .enum(['understood', 'filledIn', 'fieldLeftOut', 'rowRefused'])
    .describe(
      'understood: read in another form; filledIn: taken from elsewhere in the household; fieldLeftOut: the row is kept without it; rowRefused.',
    ),
  as: z.string().nullable().describe('What it was understood as or filled with.'),
});

/** What a row or the register says of a person, so that the two can be held beside each other. */
const Described = {
  householdNumber: z.string().describe('As the community counts its households.'),
  name: z.string(),
  relation: z.string().describe('To the head, in Chinese.'),
  bornOn: z.string().nullable(),
  bornPrecision: z
    .enum(['day', 'year'])
    .nullable()
    .describe('year: only the year is known, and bornOn is its 31 December.'),
};

/** People of one name and birthday, or of one household. */
export const CANDIDATES_MAX = 20;

/** A row that could mean somebody who is registered already: a person decides, since a roster that is imported again must double nobody. */
export const UnclearRow = z.strictObject({
  row: z.int().describe('As Excel shows it.'),
  ...Described,
  because: z
    .enum(['birthDiffers', 'livesElsewhere', 'otherHousehold', 'headUnclear'])
    .describe(
      'birthDiffers: a member of that name has another birthday, or one of the two is not known; livesElsewhere: that name and birthday are registered in another household; otherHousehold: the number is registered to people of other names; headUnclear: the household waits for its head’s row, there is nothing to decide.',
    ),
  candidates: z
    .array(
      z.strictObject({
        residentId: Id,
        ...Described,
        address: z.string(),
      }),
    )
    .max(CANDIDATES_MAX)
    .describe('Who could be meant.'),
});

/** Who is meant by an unclear row: one of its candidates, or null for somebody new. A row without a decision stays out. */
const RosterDecision = z.strictObject({
  row: z.int().min(1),
  residentId: Id.nullable().describe(
    'One of the row’s candidates, or null for somebody new. A row without a decision stays out. Said of a row that is not unclear, or twice of one row, it is DECISION_NOT_POSSIBLE and nothing goes in. Of a candidate the registered name and birthday stay (finding keptAsRegistered); decisions are not remembered, the same file asks again.',
  ),
});

const Counts = z.strictObject({
  rows: z.int().describe('Rows of people that were read.'),
  households: z.int().describe('That they make up.'),
  people: z.int().describe('Who go in, or are there already.'),
  refusedRows: z.int().describe('Rows that stay out.'),
  newHouseholds: z.int().describe('Registered by this file.'),
  newPeople: z.int().describe('Registered by this file.'),
  changedPeople: z.int().describe('Of whom the file says something new.'),
  unchangedPeople: z.int(),
});

const RosterFile = z.strictObject({
  unitId: Id.describe('The community.'),
  fileName: FileName,
  fileHash: FileHash,
});

const FileRefusals = [
  'UNIT_NOT_FOUND',
  'FILE_NOT_EXCEL',
  'FILE_TOO_LARGE',
  'FILE_WITHOUT_HEADER',
  'FILE_EMPTY',
  'FILE_NOT_FOUND',
  'FILE_INCOMPLETE',
] as const;

export const previewRoster = defineAction({
  name: 'household.previewRoster',
  summary:
    'Reads a roster and says per row what was understood, filled in or refused, and where a person must say who is meant. Writes nothing.',
  input: RosterFile.extend({
    cursor: Cursor.optional(),
    limit: z
      .int()
      .min(1)
      .max(FINDINGS_AT_ONCE)
      .default(500)
      .describe('How many findings a page may hold; fewer where many people could be meant.'),
  }),
  output: z.strictObject({
    fileHash: z.string().describe('SHA-256 of the file.'),
    counts: Counts,
    findings: z.array(RosterFinding).describe('By row.'),
    findingsCount: Total.describe('Of the whole file.'),
    unclear: z
      .array(UnclearRow)
      .max(FINDINGS_AT_ONCE)
      .describe('Those of the page: each has a finding unclearMatch on it.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: FileRefusals,
  allow: [role(...OFFICE)],
  effect: 'read',
  takesFile: 'xlsx',
});

export const importRoster = defineAction({
  name: 'household.importRoster',
  summary:
    'Takes the good rows of a roster in, once: a second import of the same rows changes nothing; absence removes nobody. Unclear rows go in as a person decided.',
  input: RosterFile.extend({ decisions: z.array(RosterDecision).max(FINDINGS_AT_ONCE).default([]) }),
  output: z.strictObject({
    fileHash: z.string().describe('SHA-256 of the file.'),
    counts: Counts,
    findings: z
      .array(RosterFinding)
      .max(FINDINGS_AT_ONCE)
      .describe(
        'By row; a longer list is cut off here. They quote the file, so they are not kept: empty where the answer is given again after the file was forgotten.',
      ),
    findingsCount: Total.describe('Of the whole file.'),
  }),
  refusals: [...FileRefusals, 'DECISION_NOT_POSSIBLE'],
  allow: [role(...OFFICE)],
  effect: 'write',
  takesFile: 'xlsx',
});
