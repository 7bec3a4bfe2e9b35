import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { Id } from '../../kit/fields';
import { STAFF } from '../../values/roles';

export const unbind = defineAction({
  name: 'household.unbind',
  summary: 'Ends the caller’s own binding. Points and history stay with the resident; binding again is possible.',
  input: z.strictObject({}),
  output: z.strictObject({ unbound: z.literal(true) }),
  refusals: [],
  allow: [resident()],
  effect: 'write',
});

export const unbindResident = defineAction({
  name: 'household.unbindResident',
  summary:
    'Staff end the binding of somebody else: a lost phone, a wrong binding. Points and history stay; codes and invites handed out before end. Done already, it is done.',
  input: z.strictObject({ residentId: Id }),
  output: z.strictObject({ unbound: z.literal(true) }),
  refusals: ['RESIDENT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'write',
});
