import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { Id } from '../../kit/fields';
import { OFFICE } from '../../values/roles';
import { ChangedBecause, NextHead } from './fields';

const Erased = z.strictObject({ erased: z.literal(true) });

export const eraseMyself = defineAction({
  name: 'household.eraseMyself',
  summary:
    'The caller’s personal data are destroyed, for good. Their entries stay without a name, their account is closed and never redeemed from, vouchers are cancelled, household, binding, roles and guardianships end. Grown up only: of others the office does it.',
  input: z.strictObject({ nextHeadId: NextHead }),
  output: Erased,
  refusals: ['RESIDENT_NOT_FOUND', 'HEAD_NEEDED'],
  allow: [resident()],
  effect: 'write',
});

export const erasePerson = defineAction({
  name: 'household.erasePerson',
  summary: 'The same for somebody who asks for it at the desk, or for whom their guardian does. It cannot be undone.',
  input: z.strictObject({ residentId: Id, nextHeadId: NextHead, reason: ChangedBecause }),
  output: Erased,
  refusals: ['RESIDENT_NOT_FOUND', 'OWN_HOUSEHOLD', 'HEAD_NEEDED'],
  allow: [role(...OFFICE)],
  effect: 'write',
});
