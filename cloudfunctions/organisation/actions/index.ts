import type { Handler } from '../../kit/handler';
import { partnerActions } from './partners';
import { roleActions } from './roles';
import { limitActions } from './unit-limits';
import { unitActions } from './units';

export const actions: readonly Handler[] = [...unitActions, ...roleActions, ...partnerActions, ...limitActions];
