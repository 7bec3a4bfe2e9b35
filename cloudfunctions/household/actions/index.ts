import type { Bound } from '../../kit/handler';
import { applicationsActions } from './applications';
import { bindingActions } from './binding';
import { cardActions } from './cards';
import { decisionActions } from './decisions';
import { findActions } from './find';
import { householdActions } from './household';
import { meActions } from './me';
import { registrationActions } from './registration';
import { rosterActions } from './roster';
import { unbindingActions } from './unbinding';
import { wishActions } from './wishes';

export const actions: readonly Bound[] = [
  ...meActions,
  ...findActions,
  ...householdActions,
  ...wishActions,
  ...registrationActions,
  ...bindingActions,
  ...unbindingActions,
  ...cardActions,
  ...applicationsActions,
  ...decisionActions,
  ...rosterActions,
];
