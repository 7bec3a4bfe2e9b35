import { findPrincipal } from '../household';
import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';
import { refusals } from './contract';

export const oversightRoom: Room = { name: 'oversight', actions, refusals };

/** The cloud function. */
export const main = cloudFunction(oversightRoom, findPrincipal);
