import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { FileHash, FileName, HolderKind, Id, Points, Total, visibleText } from '../../kit/fields';
import { CEILING_KINDS } from '../../values/awards';
import { GRADE_NAME_MAX, GRADES_MAX, HALF_HOURS_MAX, SHEET_ANSWERS_MAX } from '../../values/limits';
import { OFFICE } from '../../values/roles';
import { Grades } from './fields';

/** Of a workbook; a longer one is refused. */
export const SHEET_LINES_MAX = 1_000;
const SHEETS_MAX = 100;
const COLUMNS_MAX = 40;

const Rule = z
  .enum(['rule1OnlyAdded', 'rule4NoDeduction', 'rule4BothWays', 'rule5NoShame', 'pointsAreNoMoney'])
  .describe(
    [
      'rule1OnlyAdded: only added, never reset or lapsing',
      'rule4NoDeduction: no negative item',
      'rule4BothWays: one matter that adds and deducts',
      'rule5NoShame: black lists, vetoes, rankings',
      'pointsAreNoMoney: points for money',
    ].join('; '),
  );

const Means = z
  .enum(['name', 'points', 'category', 'countedPer', 'note', 'evidence', 'ceiling', 'nothing'])
  .describe('What a column means; nothing: it is not needed.');

const Heading = visibleText(40).describe('As it stands over the column, without blanks and brackets.');
const Columns = z
  .array(z.strictObject({ heading: Heading, means: Means }))
  .max(COLUMNS_MAX)
  .default([])
  .describe(
    'What a person says of headings that were not understood. Kept for the community when the file is taken in.',
  );

const Column = z.strictObject({
  heading: z.string().describe('Or the column’s letter, where nothing stands over it.'),
  place: z.string().describe('The column as Excel names it.'),
  means: Means.nullable().describe('What a person has said of it; null: it was not read.'),
  filled: Total.describe('How many of its cells hold something.'),
  example: z.string().describe('What its first filled cell says.'),
});

const Limits = z.array(
  z.strictObject({
    over: z.enum(CEILING_KINDS).describe('For whom and over what span.'),
    unit: z.enum(['points', 'times']).describe('What is counted.'),
    most: z.int().describe('So many of them.'),
  }),
);

const Line = z.strictObject({
  sheet: z.int().describe('Of sheets, from 0.'),
  cell: z.string().describe('That of the value, as Excel names it; with the sheet it names the line.'),
  row: z.int().describe('As Excel shows it.'),
  name: z.string(),
  category: z.string(),
  written: z.string().describe('What the cell says.'),
  points: Points.nullable(),
  grades: Grades,
  perHalfHours: z.int().nullable().describe('The points are for so many half hours; null: no time is counted.'),
  countedPer: z.string().describe('The unit that it is counted in.'),
  condition: z.string().describe('What has to be so, in the sheet’s words.'),
  limits: Limits.max(CEILING_KINDS.length * 2),
  holderKind: HolderKind,
  result: z.enum(['take', 'ask', 'refuse']).describe('take: would go in; ask: a person decides; refuse: stays out.'),
  why: z
    .enum(['range', 'upTo', 'values', 'noPoints', 'unclear', 'limit', 'looksBad', 'contradicts', 'twin'])
    .nullable()
    .describe(
      [
        'For ask. range: 5 to 10, or from 5',
        'upTo: 10 at the most',
        'values: several without names',
        'noPoints: no number',
        'unclear: no number says 分 or carries a sign',
        'limit: over a span that is not kept',
        'looksBad: the matter is one that points are taken away for elsewhere',
        'contradicts: a plus under a deducting heading',
        'twin: the name stands there with another value',
      ].join('; '),
    ),
  rule: Rule.nullable().describe('For refuse.'),
  min: z.int().nullable().describe('Of a range; of a deduction what would be taken away.'),
  max: z.int().nullable().describe('Of a range or of 最高10分.'),
  values: z.array(z.int()).max(100).describe('Several without names.'),
});

const Sheets = z
  .array(
    z.strictObject({
      name: z.string(),
      kind: z
        .enum(['rules', 'words', 'rewards', 'unknown', 'instructions', 'hidden', 'empty'])
        .describe(
          'rules: read; words: no table, told among the remarks; rewards: a list of what points are redeemed for; unknown: a table whose headings a person has to explain; instructions: those of our template; hidden, empty: not read.',
        ),
      setting: z.enum(['urban', 'rural']).nullable().describe('For which communities, as far as its name says so.'),
      rows: Total.describe('In which something stands.'),
      headerRow: z.int().nullable().describe('Where the headings stand, as Excel shows it.'),
      examples: Total.describe('Rows that show how the form is filled in: passed over.'),
      columns: z.array(Column).max(500).describe('Not read, or read as a person has said.'),
    }),
  )
  .max(SHEETS_MAX);

const Remarks = z
  .array(
    z.strictObject({
      sheet: z.int().describe('Of sheets, from 0.'),
      row: z.int().describe('As Excel shows it.'),
      text: z.string().describe('What stands there.'),
      rules: z.array(Rule).max(5).describe('Those that it is against; none: it is only told.'),
    }),
  )
  .max(SHEET_LINES_MAX)
  .describe('Words that are no item.');

const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), points: Points }),
  z.strictObject({
    kind: z.literal('grades'),
    grades: z
      .array(z.strictObject({ name: visibleText(GRADE_NAME_MAX), points: Points }))
      .min(2)
      .max(GRADES_MAX),
  }),
  z.strictObject({
    kind: z.literal('time'),
    points: Points,
    halfHours: z.int().min(1).max(HALF_HOURS_MAX).describe('The points are for so many half hours.'),
  }),
  z.strictObject({ kind: z.literal('asRead') }),
  z.strictObject({ kind: z.literal('leave') }),
]);

const File = { unitId: Id, fileName: FileName, fileHash: FileHash, columns: Columns };
const FileRefusals = [
  'UNIT_NOT_FOUND',
  'FILE_NOT_FOUND',
  'FILE_INCOMPLETE',
  'FILE_NOT_EXCEL',
  'FILE_TOO_LARGE',
  'FILE_EMPTY',
] as const;

export const previewSheet = defineAction({
  name: 'catalogue.previewSheet',
  summary:
    'Reads a committee’s rule sheet: what of it would go in, what is asked of a person, what is refused and by which rule, and everything that was not read. Writes nothing.',
  input: z.strictObject(File),
  output: z.strictObject({
    sheets: Sheets,
    lines: z.array(Line).max(SHEET_LINES_MAX).describe('Each is taken, asked about or refused.'),
    remarks: Remarks,
  }),
  refusals: FileRefusals,
  allow: [role(...OFFICE)],
  effect: 'read',
  takesFile: 'xlsx',
});

export const importSheet = defineAction({
  name: 'catalogue.importSheet',
  summary:
    'Takes a rule sheet in: earning rows become drafts, those asked about as a person answered, deducting rows are refused one by one. Again: nothing is doubled.',
  input: z.strictObject({
    ...File,
    leftSheets: z
      .array(z.int().min(0).max(SHEETS_MAX))
      .max(SHEETS_MAX)
      .default([])
      .describe('Sheets that stay out, from 0.'),
    answers: z
      .array(
        z.strictObject({
          sheet: z.int().min(0).max(SHEETS_MAX).describe('Of the preview’s sheets, from 0.'),
          cell: z
            .string()
            .regex(/^[A-Z]{1,3}\d{1,7}$/)
            .describe('Of the preview’s line.'),
          answer: Answer.describe('asRead: it is meant as it was read; leave: it stays out.'),
        }),
      )
      .max(SHEET_ANSWERS_MAX)
      .default([])
      .describe(
        'To lines that are asked about; more of them go in with another call. A line without an answer stays out, and is asked about again.',
      ),
  }),
  output: z.strictObject({
    drafts: z
      .array(
        z.strictObject({
          itemId: Id,
          row: z.int().describe('As Excel shows it.'),
          name: z.string(),
          category: z.string(),
          points: Points.describe('With grades the least of them.'),
          countedPer: z.string().describe('The unit that it is counted in.'),
          isNew: z.boolean().describe('false: there was such a draft already.'),
        }),
      )
      .max(SHEET_LINES_MAX),
    waiting: Total.describe('Lines that were asked about and stay out.'),
    refused: z
      .array(
        z.strictObject({
          row: z.int().describe('As Excel shows it.'),
          text: z.string().describe('What the row says.'),
          points: z.int().nullable(),
          rule: Rule,
        }),
      )
      .max(SHEET_LINES_MAX * 2)
      .describe('Lines and remarks, by row.'),
  }),
  refusals: [...FileRefusals, 'FILE_WITHOUT_HEADER', 'ANSWER_NOT_POSSIBLE'],
  allow: [role(...OFFICE)],
  effect: 'write',
  takesFile: 'xlsx',
});
