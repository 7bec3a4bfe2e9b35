import * as z from 'zod';
import { HOLDER_KINDS } from '../values/awards';
import { MOBILE, PAGE_MAX, POINTS_MAX, SENTENCE_MAX, TITLE_MAX, UNIT_NAME_MAX, UNIT_PHONE } from '../values/limits';
import { cleanName, PERSON_NAME } from '../values/names';
import { BYTES_32 } from '../values/receipt';

/** Field schemas that contracts of several rooms share. Every object schema is strict: unknown keys are refused. */
export const Id = z.uuid();
/** 128 random bits made on the device before it sends, 22 base64url characters or a UUID; kept until a definite answer. */
export const RequestId = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
/** Whole points, at least one: nothing is ever deducted (rule 1). */
export const Points = z.int().min(1).max(POINTS_MAX).describe('Whole points, at least one.');
/** A sum of points. */
export const Total = z.int().min(0);
export const Millis = z.int().min(0).max(8_640_000_000_000_000).describe('Milliseconds since 1970, UTC.');
/** A business date, Asia/Shanghai. PostgreSQL knows no year 0, and nobody here was born before 1850. */
export const DateText = z.iso
  .date()
  .refine((date) => date >= '1850', 'too long ago')
  .meta({
    description: 'A day in Asia/Shanghai, YYYY-MM-DD, from 1850-01-01 on.',
    allOf: [{ pattern: '^(18[5-9]|19|[2-9])' }], // for JSON Schema, which knows no least date
  });

/** Without control characters, halves of a pair, and what turns the text around it the other way; two patterns, so that each is walked once. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]*$/u;
const LINES = /^(?:[^\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]|[\t\n\r])*$/u;
/** Something is there to see: no text of blanks, fillers and loose accents. */
const SEEN = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;
const BROKEN = 'holds a character that does not belong into a text';
const UNSEEN = 'shows nothing';
const TRIMMED = 'Blanks at both ends are cut off before its length is counted.';

/** One line that people read. */
export const visibleText = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { abort: true })
    .max(max, { abort: true })
    .regex(ONE_LINE, BROKEN)
    .regex(SEEN, UNSEEN)
    .describe(TRIMMED);
/** Lines that may be left out. */
export const optionalLines = (max: number) =>
  z.string().trim().max(max, { abort: true }).regex(LINES, BROKEN).describe(TRIMMED);
export const UnitName = visibleText(UNIT_NAME_MAX);
export const Title = visibleText(TITLE_MAX);
export const Sentence = optionalLines(SENTENCE_MAX).min(1, { abort: true }).regex(SEEN, UNSEEN).describe(TRIMMED);
export const PersonName = z
  .string()
  .max(400, { abort: true })
  .overwrite(cleanName)
  .regex(PERSON_NAME)
  .describe(
    "A person's, in letters of any script, with · . ' - or blanks between its parts. Every way of writing the dot, and blanks in a Chinese name, come out as one.",
  );
export const Phone = z
  .string()
  .regex(MOBILE)
  .describe('Mainland mobile number, eleven digits; 14000000000 and up are kept for made-up people.');
export const UnitPhone = z
  .string()
  .regex(UNIT_PHONE)
  .describe(
    'Of an office: a landline with its area code or without, a mobile, 400-…, or a short number such as 12345.',
  );
export const Sex = z.enum(['female', 'male']);
export const Cursor = z
  .string()
  .min(1)
  .max(400)
  .describe('Opaque: nextCursor of one page is cursor of the next; null after the last.');
export const Limit = z.int().min(1).max(PAGE_MAX).describe('How many a page may hold.');
/**
 * What a list can be put in order by, on the server and as a whole: the first key is the usual one. A table's head offers
 * these keys and no others, so that sorting never speaks of the rows alone that happen to be loaded.
 */
export const Sort = <const Key extends string>(keys: readonly [Key, ...Key[]]) =>
  z
    .strictObject({
      by: z.enum(keys).describe('What of a row is compared.'),
      falling: z.boolean().default(false).describe('true: the largest, newest or last first.'),
    })
    .describe('The order of the whole list, not of a page alone.');

/** How many there are in all: what a page says of itself is never taken for the whole. */
export const CountOfAll = z.int().min(0).describe('How many match in all, on this page and on those after it.');
export const HolderKind = z.enum(HOLDER_KINDS);
export const Holder = z
  .strictObject({ kind: HolderKind, id: Id })
  .describe(
    'Whose points: a resident, a household (its own account) or a society. An account has the id of its holder.',
  );
export const FileHash = z
  .string()
  .regex(BYTES_32)
  .describe('SHA-256 of the whole file, in hexadecimal; the file is uploaded before, see files.beginUpload.');
export const FileName = z.string().trim().min(1).max(120).describe(`For the record. ${TRIMMED}`);
