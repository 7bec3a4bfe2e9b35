import * as z from 'zod';
import { SHORT_ID } from '../../values/codes';

export const ShortId = z
  .string()
  .regex(SHORT_ID)
  .describe('Names an activity on its poster and in its codes; no secret.');
