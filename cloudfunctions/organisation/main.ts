import { findPrincipal } from '../household';
import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';
import { refusals } from './contract';

export const organisationRoom: Room = { name: 'organisation', actions, refusals };
export const main = cloudFunction(organisationRoom, findPrincipal);
