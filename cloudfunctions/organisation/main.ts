import { findPrincipal } from '../household';
import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';

export const organisationRoom: Room = { name: 'organisation', actions };
export const main = cloudFunction(organisationRoom, findPrincipal);
