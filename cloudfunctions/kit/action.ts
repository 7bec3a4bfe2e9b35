import type * as z from 'zod';
import type { FileKind } from '../values/files';
import type { Role } from '../values/roles';

/** Who may call at all. Which unit, household or person they may reach is decided by the handler from the database. */
export type Allow =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'resident' }
  | { readonly kind: 'role'; readonly roles: readonly Role[] };

type Rule<K extends Allow['kind']> = Extract<Allow, { kind: K }>;
export const anyone = (): Rule<'anyone'> => ({ kind: 'anyone' });
/** Signed in, bound to a resident or not: a newcomer passes. */
export const signedIn = (): Rule<'signedIn'> => ({ kind: 'signedIn' });
export const resident = (): Rule<'resident'> => ({ kind: 'resident' });
export const role = (...roles: readonly Role[]): Rule<'role'> => ({ kind: 'role', roles });

/** Refusals that every action may give; the contract lists only its own. */
export const COMMON_REFUSALS = [
  'INVALID_INPUT',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'TOO_MANY',
  'REQUEST_ID_REUSED',
  'CLOCK_BEHIND',
] as const;
export type CommonRefusal = (typeof COMMON_REFUSALS)[number];

export type Effect = 'read' | 'write';

export interface Action<
  Name extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends string = string,
  E extends Effect = Effect,
  W extends Allow = Allow,
> {
  /** room.verb, as it stands in the path and in the cloud function's event. */
  readonly name: Name;
  /** One English sentence for the OpenAPI document. */
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  readonly refusals: readonly R[];
  /** What stands here decides as what the handler is given its caller, see kit/principal. */
  readonly allow: readonly W[];
  /** A write needs a request id and is kept in the request log; a read may be repeated freely. */
  readonly effect: E;
  /** The file that its input names by `fileHash`: uploaded before by the same caller, in parts (room files). */
  readonly takesFile?: FileKind;
}

export type InputOf<A extends Action> = z.output<A['input']>;
/** What a client sends: fields with defaults may be left out. */
export type RequestOf<A extends Action> = z.input<A['input']>;
export type OutputOf<A extends Action> = z.output<A['output']>;
export type RefusalOf<A extends Action> = A['refusals'][number] | CommonRefusal;

/** Declares an action; both sides read it: the room serves it, `src` and the OpenAPI document are typed by it. */
export function defineAction<
  const Name extends `${string}.${string}`,
  I extends z.ZodType,
  O extends z.ZodType,
  const R extends string,
  const E extends Effect,
  const W extends Allow,
>(action: Action<Name, I, O, R, E, W>): Action<Name, I, O, R, E, W> {
  return action;
}
