import { findPrincipal } from '../household';
import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';
import { refusals } from './contract';

export const rewardRoom: Room = { name: 'reward', actions, refusals };
export const main = cloudFunction(rewardRoom, findPrincipal);
