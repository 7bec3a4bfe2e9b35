import * as z from 'zod';
import { CHECK_IN_WAYS } from '../../values/activities';
import { SHORT_ID } from '../../values/codes';

export const ShortId = z
  .string()
  .regex(SHORT_ID)
  .describe('Names an activity on its poster and in its codes; no secret.');

export const KeyVersion = z
  .int()
  .min(1)
  .describe('The number of the activity’s key: another one than before means that the key is another.');

export const CheckIn = z
  .enum(CHECK_IN_WAYS)
  .describe(
    'door: people show their code or card at the door and staff check them in; code: they scan for themselves too.',
  );
