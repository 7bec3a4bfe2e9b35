import type { Room } from '../kit/room';
import { actions } from './actions';

export const householdRoom: Room = { name: 'household', actions };
