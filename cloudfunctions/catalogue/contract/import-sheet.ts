import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { FileHash, FileName, Id, Points } from '../../kit/fields';
import { OFFICE } from '../../values/roles';

/** Of a sheet; a longer one is refused. */
export const SHEET_LINES_MAX = 1_000;

export const importSheet = defineAction({
  name: 'catalogue.importSheet',
  summary:
    'Reads a committee’s rule sheet: earning rows become drafts, deducting rows and notes against the five rules are refused one by one. Again: nothing is doubled.',
  input: z.strictObject({
    unitId: Id,
    fileName: FileName,
    fileHash: FileHash,
  }),
  output: z.strictObject({
    drafts: z
      .array(
        z.strictObject({
          itemId: Id,
          row: z.int().describe('As Excel shows it.'),
          name: z.string(),
          category: z.string(),
          points: Points,
          countedPer: z.string().describe('The unit that it is counted in.'),
          isNew: z.boolean().describe('false: there was such a draft already.'),
        }),
      )
      .max(SHEET_LINES_MAX),
    refused: z
      .array(
        z.strictObject({
          row: z.int().describe('As Excel shows it.'),
          text: z.string().describe('What the row says.'),
          points: z.int().nullable(),
          rule: z
            .enum(['rule1OnlyAdded', 'rule4NoDeduction', 'notUnderstood'])
            .describe('Rule 1: only added, never reset. Rule 4: no negative item, no deducting twin.'),
        }),
      )
      .max(SHEET_LINES_MAX),
  }),
  refusals: [
    'UNIT_NOT_FOUND',
    'FILE_NOT_FOUND',
    'FILE_INCOMPLETE',
    'FILE_NOT_EXCEL',
    'FILE_TOO_LARGE',
    'FILE_EMPTY',
    'FILE_WITHOUT_HEADER',
  ],
  allow: [role(...OFFICE)],
  effect: 'write',
  takesFile: 'xlsx',
});
