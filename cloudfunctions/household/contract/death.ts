import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { DateText, Id } from '../../kit/fields';
import { OFFICE } from '../../values/roles';
import { ChangedBecause, NextHead } from './fields';

export const recordDeath = defineAction({
  name: 'household.recordDeath',
  summary:
    'A person has died: no credits from now on, vouchers cancelled with the points given back, binding and roles ended, counted no more from that day. History stays, and the points left stay for the family.',
  input: z.strictObject({ residentId: Id, diedOn: DateText, nextHeadId: NextHead, reason: ChangedBecause }),
  output: z.strictObject({ diedOn: DateText }),
  refusals: ['RESIDENT_NOT_FOUND', 'OWN_HOUSEHOLD', 'DIED_ON_IMPOSSIBLE', 'HEAD_NEEDED'],
  allow: [role(...OFFICE)],
  effect: 'write',
});

export const undoDeath = defineAction({
  name: 'household.undoDeath',
  summary:
    'A death was recorded of the wrong person. Credits, household and points are as before; binding, roles and vouchers are given anew.',
  input: z.strictObject({ residentId: Id, reason: ChangedBecause }),
  output: z.strictObject({ undone: z.literal(true) }),
  refusals: ['RESIDENT_NOT_FOUND', 'OWN_HOUSEHOLD'],
  allow: [role(...OFFICE)],
  effect: 'write',
});
