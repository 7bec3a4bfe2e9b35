import type * as z from 'zod';
import { type Refusal, refuse } from './refusal';

type Invalid = Refusal<'INVALID_INPUT'>;
type Issue = z.core.$ZodIssue;
interface Fault {
  readonly field: string;
  readonly why: string;
}

/** More than a person mends in one go; a body may hold thousands. */
const FAULTS_MAX = 10;
/** What is wrong with the whole of what came, and not with a field of it. */
const WHOLE = 'body';

/** Says which field is wrong and why, without repeating what was sent. `prefix`: where the checked value stands in the body. */
export function invalidInput(error: z.ZodError, prefix = ''): Invalid {
  return toRefusal(error.issues.flatMap((issue) => faultsOf(issue, prefix)));
}

/**
 * JSON may name a field as the methods are named that turn an object into a number or a text. A schema compares what it
 * takes for a length with its limit, and would break on such an object instead of refusing it: look before it is read.
 */
export function refuseMethodNames(body: unknown): Invalid | null {
  const name = methodNameIn(body);
  return name === null ? null : toRefusal([{ field: name, why: 'refused wherever it stands' }]);
}

export function methodNameIn(body: unknown): string | null {
  const values: unknown[] = [body]; // no recursion: a body may be as deep as it is long
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    const name = METHODS.find((method) => Object.hasOwn(value, method));
    if (name) return name;
    for (const inside of Object.values(value)) values.push(inside);
  }
  return null;
}
const METHODS = ['toString', 'valueOf', 'toJSON'];

/**
 * PostgreSQL keeps no NUL in a text, which would be a fault of ours, and half a surrogate pair would come back as another
 * character.
 */
export function refuseBroken(input: unknown): Invalid | null {
  const path = pathToBroken(input, ['input']);
  return path && toRefusal([{ field: fieldName(path), why: 'a text holds a NUL or half a character' }]);
}

function toRefusal(faults: readonly Fault[]): Invalid {
  const told = faults.slice(0, FAULTS_MAX);
  return refuse('INVALID_INPUT', { fields: told.map(({ field }) => field), why: told.map(({ why }) => why) });
}

function faultsOf(issue: Issue, prefix: string): Fault[] {
  const path = [...(prefix === '' ? [] : [prefix]), ...issue.path];
  if (issue.code !== 'unrecognized_keys') return [{ field: fieldName(path), why: issue.message }];
  return issue.keys.map((key) => ({ field: fieldName([...path, key.slice(0, NAME_MAX)]), why: 'unknown field' }));
}

/** A stranger may name a field as long as a book. */
const NAME_MAX = 60;
const fieldName = (path: readonly PropertyKey[]) => path.map(String).join('.') || WHOLE;

function pathToBroken(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === 'string') return value.includes('\0') || /\p{Cs}/u.test(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inside] of Object.entries(value)) {
    const found = pathToBroken(inside, [...path, key]);
    if (found) return found;
  }
  return null;
}
