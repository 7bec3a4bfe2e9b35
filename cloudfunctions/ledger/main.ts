import type { Room } from '../kit/room';
import { actions } from './actions';

export const ledgerRoom: Room = { name: 'ledger', actions };
