import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, FileHash, FileName, Id, Total } from '../../kit/fields';
import { FINDINGS_AT_ONCE } from '../../values/limits';
import { BORN_PRECISIONS } from '../../values/people';
import { OFFICE } from '../../values/roles';
import { ROSTER_FIELDS } from '../../values/roster';

/** Excel gives a sheet 31 characters; other programs are more generous. */
const SHEET_NAME_MAX = 100;
/** Sheets of a workbook that are looked at. */
export const SHEETS_MAX = 60;

const RosterField = z.enum(ROSTER_FIELDS);

/** A sheet of the file, and a row of it as Excel shows its number. */
const Place = {
  sheet: z.string().max(SHEET_NAME_MAX).describe('The sheet’s name.'),
  row: z.int().min(1).describe('As Excel shows it.'),
};

/** What a cell was understood as, filled in as, or refused for. */
export const RosterFinding = z.strictObject({
  ...Place,
  field: RosterField.describe('The column.'),
  kind: z.enum([
    ...(['chineseForm', 'dotted', 'dateCell', 'monthOnly', 'yearOnly', 'lunar', 'fromAge', 'noSuchDay'] as const),
    ...(['inTheFuture', 'numberCell', 'roundedNumber', 'identityNumber', 'differsFromNumber', 'blanksInside'] as const),
    ...(['anotherWord', 'unknownWord', 'codeOfStandard', 'wrongDigits', 'landline', 'secondNumber'] as const),
    ...(['wordsBeside', 'filledFromAbove', 'withoutGroup', 'emptyPerson', 'doubleInFile', 'twoHeads'] as const),
    ...(['onOtherSheet', 'inOtherPlace', 'unknownGrid', 'unknownGroup', 'withoutHead', 'missing'] as const),
    ...(['notUnderstood', 'saysGone', 'unclearMatch', 'keptAsRegistered', 'masked'] as const),
  ]),
  effect: z
    .enum(['understood', 'filledIn', 'toAsk', 'fieldLeftOut', 'rowRefused'])
    .describe(
      'understood: read in another form; filledIn: taken from elsewhere in the household; toAsk: kept as `as` says, and a person should ask; fieldLeftOut: the row is kept without it; rowRefused.',
    ),
  said: z.string().nullable().describe('The cell’s words; never those of a cell for ID numbers.'),
  as: z.string().nullable().describe('What it was understood as or filled with.'),
});

/** What became of a sheet. What is not read of it is named. */
export const RosterSheet = z.strictObject({
  name: z.string(),
  state: z
    .enum(['read', 'lacksColumns', 'withoutHeader', 'hidden', 'empty'])
    .describe('lacksColumns: it has a header, in which a column that is needed is missing or not known by its name.'),
  headerRow: z.int().nullable().describe('Where the titles of the columns stand, as Excel shows it.'),
  people: z.int().describe('Rows of people that were read.'),
  examples: z.int().describe('Rows that show how the form is filled in: passed over.'),
  words: z.string().nullable().describe('How a sheet begins that is not read.'),
  lacks: z.array(RosterField).max(ROSTER_FIELDS.length),
  columns: z
    .array(
      z.strictObject({
        column: z.string().describe('As Excel calls it: A, B, …'),
        title: z.string(),
        field: RosterField.nullable().describe('What a person said that it is.'),
        state: z
          .enum(['assigned', 'unneeded', 'twice', 'unknown'])
          .describe(
            'unneeded: of no use for points; twice: a second of its kind. Nothing is read of those and of unknown ones.',
          ),
        filled: z.int().describe('Cells in which something stands.'),
        examples: z.array(z.string()).max(3),
      }),
    )
    .max(100)
    .describe('Columns that are not read, and those to which a person gave a meaning.'),
});

/** What a row or the register says of a person, so that the two can be held beside each other. */
const Described = {
  householdNumber: z.string().describe('As the community counts its households.'),
  name: z.string(),
  relation: z.string().describe('To the head, in Chinese.'),
  bornOn: z.string().nullable(),
  bornPrecision: z
    .enum(BORN_PRECISIONS)
    .nullable()
    .describe('month, year: no more is known, and bornOn is its last day.'),
};

/** People of one name and birthday, or of one household. */
export const CANDIDATES_MAX = 20;

/** A row that could mean somebody who is registered already: a person decides, since a roster that is imported again must double nobody. */
export const UnclearRow = z.strictObject({
  ...Place,
  ...Described,
  because: z
    .enum(['birthDiffers', 'livesElsewhere', 'otherHousehold', 'headUnclear', 'saysGone'])
    .describe(
      'birthDiffers: a member of that name has another birthday, or one of the two is not known; livesElsewhere: that name and birthday are registered in another household; otherHousehold: the number is registered to people of other names; headUnclear: the household waits for its head’s row, there is nothing to decide; saysGone: a remark says that they died or went away, and null means that they are here all the same.',
    ),
  words: z.string().nullable().describe('The words that say so.'),
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
  sheet: z.int().min(1).max(SHEETS_MAX).describe('Which sheet, counted from 1 in the order of the preview.'),
  row: z.int().min(1).max(1_048_576),
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
  waitingRows: z
    .int()
    .describe('Of the refused rows: those of which a person must decide, or whose head waits for that.'),
  withoutBirth: z.int().describe('Of the people: without a birth date, in the file and in the register.'),
  vagueBirth: z.int().describe('Of the people: with no more than the year or the month of birth.'),
});

const RosterFile = z.strictObject({
  unitId: Id.describe('The community.'),
  fileName: FileName,
  fileHash: FileHash,
  columns: z
    .array(
      z.strictObject({
        title: z.string().trim().min(1).max(40),
        field: RosterField.nullable().describe('null: the column is not needed.'),
      }),
    )
    .max(20)
    .default([])
    .describe('What columns are whose titles are not known. Remembered for the community once a file has gone in.'),
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
    findings: z.array(RosterFinding).describe('By sheet and row.'),
    findingsCount: Total.describe('Of the whole file.'),
    unclear: z
      .array(UnclearRow)
      .max(FINDINGS_AT_ONCE)
      .describe('Those of the page: each has a finding unclearMatch or saysGone on it.'),
    sheets: z.array(RosterSheet).max(SHEETS_MAX).describe('All of the file, read or not.'),
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
        'By sheet and row; a longer list is cut off here. They quote the file, so they are not kept: empty where the answer is given again after the file was forgotten.',
      ),
    findingsCount: Total.describe('Of the whole file.'),
  }),
  refusals: [...FileRefusals, 'DECISION_NOT_POSSIBLE'],
  allow: [role(...OFFICE)],
  effect: 'write',
  takesFile: 'xlsx',
});
