import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { FileHash, Millis } from '../../kit/fields';
import { FILE_KINDS, type FileKind } from '../../values/files';
import { STAFF } from '../../values/roles';

/** 98,304 characters as base64: with all around it a call stays below the 100 kB of text that WeChat lets a function have. */
export const PART_BYTES = 72 * 1024;
const PART_CHARACTERS = (PART_BYTES / 3) * 4;
/** Of the largest kind of file. */
export const PARTS_MAX = Math.ceil(Math.max(...Object.values(FILE_KINDS).map(({ bytesMax }) => bytesMax)) / PART_BYTES);

const Part = z
  .int()
  .min(0)
  .max(PARTS_MAX - 1)
  .describe('Which part, from 0 on.');
const Kind = z.enum(Object.keys(FILE_KINDS) as FileKind[]).describe('As x-takes-file of the action says.');

/** Who may call an action that takes a file; tests/files holds the two together. */
const whoTakesFiles = role(...STAFF);

export const beginUpload = defineAction({
  name: 'files.beginUpload',
  summary:
    'Announces a file by what it holds and says which parts to send: all of a new one, the rest of one that was begun, none of one that is there.',
  input: z.strictObject({
    kind: Kind,
    fileHash: FileHash,
    bytes: z.int().min(1).max(2_147_483_647).describe('Of the whole file.'),
  }),
  output: z.strictObject({
    partBytes: z.int().min(1).describe('Of every part but the last.'),
    missing: z.array(Part).max(PARTS_MAX).describe('Parts that have not come, in order.'),
    forgottenAtMs: Millis.describe(
      'When the file is forgotten, unless it is begun again. Milliseconds since 1970, UTC.',
    ),
  }),
  refusals: ['FILE_TOO_LARGE', 'UPLOADS_FULL'],
  allow: [whoTakesFiles],
  effect: 'write',
});

export const uploadPart = defineAction({
  name: 'files.uploadPart',
  summary:
    'Takes one part of a file that was begun, in any order, and again without harm. When the last has come all are held against the hash.',
  input: z.strictObject({
    fileHash: FileHash,
    part: Part,
    partBase64: z
      .string()
      .min(4)
      .max(PART_CHARACTERS)
      .regex(/^[A-Za-z0-9+/]+={0,2}$/)
      .describe('The bytes of the part in base64.'),
  }),
  output: z.strictObject({
    missing: z
      .int()
      .min(0)
      .max(PARTS_MAX)
      .describe(
        'How many parts have not come. After the last one 0; or all of them again, where together they are not what was announced.',
      ),
  }),
  refusals: ['FILE_NOT_FOUND', 'FILE_PART_WRONG'],
  allow: [whoTakesFiles],
  effect: 'write',
});
