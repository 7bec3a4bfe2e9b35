import type { OutputOf, RequestOf } from '../../cloudfunctions/kit/action';
import type { DetailOf as Declared } from '../../cloudfunctions/kit/refusal';
import type { ActionName, RefusalCode as ActionRefusal, Actions } from '../../cloudfunctions/rooms/actions';

export type { ActionName };
export type ReadName = { [Name in ActionName]: Actions[Name]['effect'] extends 'read' ? Name : never }[ActionName];
export type WriteName = Exclude<ActionName, ReadName>;
/** What is sent; fields with a default may be left out. */
export type RequestFor<Name extends ActionName> = RequestOf<Actions[Name]>;
export type DataOf<Name extends ActionName> = OutputOf<Actions[Name]>;

/** What is given a file that was uploaded before. */
export type TakesFile = {
  [Name in ActionName]: RequestFor<Name> extends { readonly fileHash: string } ? Name : never;
}[Exclude<ActionName, `files.${string}`>];

/** What happened on the way to the server, or in it. */
export type TransportCode = 'UNREACHABLE' | 'FAULT' | 'ACTION_NOT_FOUND' | 'SIGNED_IN_AS_OTHER';
export type RefusalCode = ActionRefusal | TransportCode;

/** What a sentence can be made of; nothing where nobody answered. */
export type DetailOf<Code extends string> = Code extends TransportCode ? Record<never, never> : Declared<Code>;
/** By its code it is known what came with it. */
export type Why = { [Code in RefusalCode]: { readonly code: Code; readonly detail: DetailOf<Code> } }[RefusalCode];
export type Refused = Why & { readonly ok: false; readonly traceId: string };
/** Nobody answered. */
export const UNREACHABLE: Refused = { ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' };
export type Result<Name extends ActionName> = { readonly ok: true; readonly data: DataOf<Name> } | Refused;
