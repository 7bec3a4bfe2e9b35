import type * as activity from '../../cloudfunctions/activity/contract';
import type * as award from '../../cloudfunctions/award/contract';
import type * as catalogue from '../../cloudfunctions/catalogue/contract';
import type * as household from '../../cloudfunctions/household/contract';
import type { Action, CommonRefusal, OutputOf, RequestOf } from '../../cloudfunctions/kit/action';
import type * as ledger from '../../cloudfunctions/ledger/contract';
import type * as organisation from '../../cloudfunctions/organisation/contract';
import type * as reward from '../../cloudfunctions/reward/contract';

type Rooms =
  | typeof activity
  | typeof award
  | typeof catalogue
  | typeof household
  | typeof ledger
  | typeof organisation
  | typeof reward;
type ActionsIn<Room> = Room extends unknown ? Extract<Room[keyof Room], Action> : never;

/** Every action of every room: only types come over, never a schema. */
type AnyAction = ActionsIn<Rooms>;
type Actions = { [A in AnyAction as A['name']]: A };

export type ActionName = keyof Actions;
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
