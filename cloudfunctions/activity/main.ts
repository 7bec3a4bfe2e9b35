import { findPrincipal } from '../household';
import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';

export const activityRoom: Room = { name: 'activity', actions };

/** The cloud function. */
export const main = cloudFunction(activityRoom, findPrincipal);
