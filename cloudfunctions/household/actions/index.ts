import type { Handler } from '../../kit/handler';
import { applicationsActions } from './applications';
import { bindingActions } from './binding';
import { cardActions } from './cards';
import { decisionActions } from './decisions';
import { findActions } from './find';
import { householdActions } from './household';
import { meActions } from './me';
import { preferenceActions } from './preferences';
import { registrationActions } from './registration';
import { rosterActions } from './roster';
import { unbindingActions } from './unbinding';

export const actions: readonly Handler[] = [
  ...meActions,
  ...findActions,
  ...householdActions,
  ...preferenceActions,
  ...registrationActions,
  ...bindingActions,
  ...unbindingActions,
  ...cardActions,
  ...applicationsActions,
  ...decisionActions,
  ...rosterActions,
];
