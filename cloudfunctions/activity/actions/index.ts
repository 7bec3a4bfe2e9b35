import type { Handler } from '../../kit/handler';
import { announceActions } from './announce';
import { attendanceActions } from './attendance';
import { bringAlongActions } from './bring-along';
import { checkInActions } from './check-in';
import { checkInResidentActions } from './check-in-resident';
import { heldActions } from './held';
import { liveCodeActions } from './live-code';
import { readActions } from './read';
import { signUpActions } from './sign-up';

export const actions: readonly Handler[] = [
  ...readActions,
  ...heldActions,
  ...announceActions,
  ...signUpActions,
  ...liveCodeActions,
  ...checkInActions,
  ...bringAlongActions,
  ...checkInResidentActions,
  ...attendanceActions,
];
