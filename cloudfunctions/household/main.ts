import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';
import { refusals } from './contract';
import { findPrincipal } from './services/principal';

export const householdRoom: Room = { name: 'household', actions, refusals };

/** The cloud function. */
export const main = cloudFunction(householdRoom, findPrincipal);
