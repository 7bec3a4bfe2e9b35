import type { Bound } from '../../kit/handler';
import { partnerActions } from './partners';
import { roleActions } from './roles';
import { unitActions } from './units';

export const actions: readonly Bound[] = [...unitActions, ...roleActions, ...partnerActions];
