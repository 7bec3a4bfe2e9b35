import type { Handler } from '../../kit/handler';
import { give, preview } from './give';
import { neighbours, recent } from './lists';
import { sign, turnDown, waiting } from './waiting';

export const actions: readonly Handler[] = [give, preview, recent, neighbours, waiting, sign, turnDown];
