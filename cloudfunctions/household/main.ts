import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';
import { findPrincipal } from './services/principal';

export const householdRoom: Room = { name: 'household', actions };

/** The cloud function. */
export const main = cloudFunction(householdRoom, findPrincipal);
