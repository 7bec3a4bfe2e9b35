import type { Action } from '../kit/action';
import type { CommonDetails } from '../kit/refusals';
import type { Contracts } from './contracts';

type ActionsIn<Contract> = Contract extends unknown ? Extract<Contract[keyof Contract], Action> : never;
type AnyAction = ActionsIn<Contracts[keyof Contracts]>;

/** Every action of every room by its name: types alone, never a schema. */
export type Actions = { [A in AnyAction as A['name']]: A };
export type ActionName = keyof Actions;
/** What an action may refuse with: its own, and what any may give. */
export type RefusalCode = Actions[ActionName]['refusals'][number] | keyof CommonDetails;
