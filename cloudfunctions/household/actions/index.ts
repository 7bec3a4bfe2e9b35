import type { Bound } from '../../kit/handler';
import { findActions } from './find';
import { householdActions } from './household';
import { meActions } from './me';
import { registrationActions } from './registration';
import { wishActions } from './wishes';

export const actions: readonly Bound[] = [
  ...meActions,
  ...findActions,
  ...householdActions,
  ...wishActions,
  ...registrationActions,
];
