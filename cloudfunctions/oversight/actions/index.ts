import type { Handler } from '../../kit/handler';
import { participationActions } from './participation';
import { waitingActions } from './waiting';

export const actions: readonly Handler[] = [...participationActions, ...waitingActions];
