import type { Bound } from '../../kit/handler';
import { basisActions } from './basis';
import { draftActions } from './drafts';
import { importActions } from './import-sheet';
import { itemActions } from './items';
import { publishingActions } from './publishing';

export const actions: readonly Bound[] = [
  ...basisActions,
  ...itemActions,
  ...draftActions,
  ...publishingActions,
  ...importActions,
];
