import * as z from 'zod';

/** Field schemas that contracts of several rooms share. Every object schema is strict: unknown keys are refused. */
export const Id = z.uuid();
/** 128 random bits made on the device before it sends, 22 base64url characters or a UUID; kept until a definite answer. */
export const RequestId = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
/** Whole points, at least one: nothing is ever deducted (rule 1). */
export const Points = z.int().min(1).max(100_000);
/** A sum of points. */
export const Total = z.int().min(0);
export const Millis = z.int().min(0).max(8_640_000_000_000_000);
/** A business date, Asia/Shanghai. PostgreSQL knows no year 0, and nobody here was born before 1850. */
export const DateText = z.iso.date().refine((date) => date >= '1850', 'too long ago');
export const UnitName = z.string().trim().min(1).max(40);
export const Title = z.string().trim().min(1).max(40);
export const Sentence = z.string().trim().min(1).max(200);
export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .regex(/^[\p{L}\p{M}·.' -]+$/u);
/** Mainland mobile number, eleven digits; 14000000000 and up are kept for made-up people. */
export const Phone = z.string().regex(/^1\d{10}$/);
export const Sex = z.enum(['female', 'male']);
export const Cursor = z.string().min(1).max(200);
export const Limit = z.int().min(1).max(100);
export const HolderKind = z.enum(['resident', 'household', 'society']);
export const Holder = z.strictObject({ kind: HolderKind, id: Id });
/** A file as base64, at most 4 MB of it: below the 6 MB that a cloud function's payload may hold. */
export const FileBase64 = z
  .string()
  .min(4)
  .max(4_194_304)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);
export const FileName = z.string().trim().min(1).max(120);
/** The wordings that people were ever shown, oldest first: a client sends the newest, an old one stays good for those who read it. */
const CONSENT_VERSIONS = ['2026-11'] as const;
export type ConsentVersion = (typeof CONSENT_VERSIONS)[number];
export const NEWEST_CONSENT: ConsentVersion = '2026-11';
/** What was agreed to, and in which wording. */
export const ConsentGiven = z.strictObject({
  version: z.enum(CONSENT_VERSIONS),
  agreed: z.literal(true),
});
