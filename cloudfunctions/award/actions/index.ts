import type { Handler } from '../../kit/handler';
import { give, preview } from './give';
import { neighbours, recent } from './lists';

export const actions: readonly Handler[] = [give, preview, recent, neighbours];
