import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { FileHash, FileName, Id } from '../../kit/fields';
import { HOLDERS_AT_ONCE, NAME_LIST_MAX } from '../../values/limits';
import { STAFF } from '../../values/roles';

/** So many who could be meant are told of one line. */
export const MEANT_MAX = 10;

const Entries = z
  .array(
    z.strictObject({
      words: z.string().describe('As the list says it.'),
      state: z
        .enum(['found', 'unclear', 'unknown'])
        .describe('unclear: several could be meant, or name and number do not agree: a person says who it is.'),
      residentIds: z.array(Id).max(MEANT_MAX).describe('Who is meant, or could be.'),
    }),
  )
  .max(HOLDERS_AT_ONCE)
  .describe('In the order of the list; titles and ordinals are left out.');

export const readNames = defineAction({
  name: 'award.readNames',
  summary:
    'Reads a list of names, mobile numbers or their last four digits as people paste it, and says who of a unit is meant by each line; nobody is guessed.',
  input: z.strictObject({
    unitId: Id.describe('A community, or a grid of it.'),
    text: z.string().trim().min(1).max(NAME_LIST_MAX).describe('A line for each.'),
  }),
  output: z.strictObject({ entries: Entries }),
  refusals: ['UNIT_NOT_FOUND', 'LIST_EMPTY', 'LIST_TOO_LONG'],
  allow: [role(...STAFF)],
  effect: 'read',
});

export const readNamesFile = defineAction({
  name: 'award.readNamesFile',
  summary:
    'The same for an Excel file, such as a sign-in sheet that was typed in: its sheets that are not hidden, row by row.',
  input: z.strictObject({
    unitId: Id.describe('A community, or a grid of it.'),
    fileName: FileName,
    fileHash: FileHash,
  }),
  output: z.strictObject({ entries: Entries }),
  refusals: [
    ...(['UNIT_NOT_FOUND', 'LIST_EMPTY', 'LIST_TOO_LONG'] as const),
    ...(['FILE_NOT_FOUND', 'FILE_INCOMPLETE', 'FILE_NOT_EXCEL', 'FILE_TOO_LARGE', 'FILE_EMPTY'] as const),
  ],
  allow: [role(...STAFF)],
  effect: 'read',
  takesFile: 'xlsx',
});
