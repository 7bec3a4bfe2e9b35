import type { CommonRefusal, OutputOf, RequestOf } from '../../cloudfunctions/kit/action';
import type { ActionName, Actions } from '../../cloudfunctions/rooms/actions';

export type { ActionName };
export type ReadName = { [Name in ActionName]: Actions[Name]['effect'] extends 'read' ? Name : never }[ActionName];
export type WriteName = Exclude<ActionName, ReadName>;
/** What is sent; fields with a default may be left out. */
export type RequestFor<Name extends ActionName> = RequestOf<Actions[Name]>;
export type DataOf<Name extends ActionName> = OutputOf<Actions[Name]>;

/** What happened on the way to the server, or in it. */
export type TransportCode = 'UNREACHABLE' | 'FAULT' | 'ACTION_NOT_FOUND' | 'SIGNED_IN_AS_OTHER';
export type RefusalCode = Actions[ActionName]['refusals'][number] | CommonRefusal | TransportCode;

export type Detail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
export interface Refused {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly detail: Detail;
  readonly traceId: string;
}
export type Result<Name extends ActionName> = { readonly ok: true; readonly data: DataOf<Name> } | Refused;
