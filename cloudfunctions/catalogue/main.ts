import { findPrincipal } from '../household';
import type { Room } from '../kit/room';
import { cloudFunction } from '../platform';
import { actions } from './actions';

export const catalogueRoom: Room = { name: 'catalogue', actions };
export const main = cloudFunction(catalogueRoom, findPrincipal);
