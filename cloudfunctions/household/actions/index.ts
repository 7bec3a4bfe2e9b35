import type { Handler } from '../../kit/handler';
import { applicationsActions } from './applications';
import { bindingActions } from './binding';
import { cardActions } from './cards';
import { correctingActions } from './correcting';
import { deathActions } from './death';
import { decisionActions } from './decisions';
import { erasingActions } from './erasing';
import { findActions } from './find';
import { guardianActions } from './guardians';
import { householdActions } from './household';
import { listActions } from './list';
import { meActions } from './me';
import { mergingActions } from './merging';
import { movingActions } from './moving';
import { newsActions } from './news';
import { personActions } from './person';
import { preferenceActions } from './preferences';
import { printingActions } from './printing';
import { redrawingActions } from './redrawing';
import { registrationActions } from './registration';
import { rosterActions } from './roster';
import { unbindingActions } from './unbinding';

export const actions: readonly Handler[] = [
  ...meActions,
  ...findActions,
  ...listActions,
  ...householdActions,
  ...preferenceActions,
  ...registrationActions,
  ...personActions,
  ...correctingActions,
  ...movingActions,
  ...redrawingActions,
  ...mergingActions,
  ...guardianActions,
  ...newsActions,
  ...deathActions,
  ...erasingActions,
  ...bindingActions,
  ...unbindingActions,
  ...cardActions,
  ...printingActions,
  ...applicationsActions,
  ...decisionActions,
  ...rosterActions,
];
