import { findPrincipal } from '../household';
import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';

export const rewardRoom: Room = { name: 'reward', actions };
export const main = cloudFunction(rewardRoom, findPrincipal);
