import { findPrincipal } from '../household';
import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';

export const awardRoom: Room = { name: 'award', actions };

/** The cloud function. */
export const main = cloudFunction(awardRoom, findPrincipal);
