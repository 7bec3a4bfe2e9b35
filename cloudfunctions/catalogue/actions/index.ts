import type { Handler } from '../../kit/handler';
import { basisActions } from './basis';
import { basisChangeActions } from './basis-changes';
import { draftActions } from './drafts';
import { importActions } from './import-sheet';
import { itemActions } from './items';
import { publishingActions } from './publishing';

export const actions: readonly Handler[] = [
  ...basisActions,
  ...basisChangeActions,
  ...itemActions,
  ...draftActions,
  ...publishingActions,
  ...importActions,
];
