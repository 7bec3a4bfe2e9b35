import { ACTIVITIES } from './code/activities';
import { AWARDS } from './code/awards';
import type { CodeGuard } from './code/guard';
import { LEDGER } from './code/ledger';
import { REQUESTS } from './code/requests';
import { REWARDS } from './code/rewards';
import { SECRETS } from './code/secrets';

/** The guards of requests, secrets, activity, award, ledger and reward that stand in the code. */
export const CODE_GUARDS: readonly CodeGuard[] = [
  ...REQUESTS,
  ...SECRETS,
  ...ACTIVITIES,
  ...AWARDS,
  ...LEDGER,
  ...REWARDS,
];
