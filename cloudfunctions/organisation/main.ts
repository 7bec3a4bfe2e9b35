import type { Room } from '../kit/room';
import { actions } from './actions';

export const organisationRoom: Room = { name: 'organisation', actions };
