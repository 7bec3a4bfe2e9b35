import { findPrincipal } from '../household';
import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';
import { refusals } from './contract';

export const filesRoom: Room = { name: 'files', actions, refusals };
export const main = cloudFunction(filesRoom, findPrincipal);
