import { findPrincipal } from '../household';
import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';

export const ledgerRoom: Room = { name: 'ledger', actions };

/** The cloud function. */
export const main = cloudFunction(ledgerRoom, findPrincipal);
