import type { Bound } from '../../kit/handler';
import { give, preview } from './give';
import { neighbours, recent } from './lists';

export const actions: readonly Bound[] = [give, preview, recent, neighbours];
