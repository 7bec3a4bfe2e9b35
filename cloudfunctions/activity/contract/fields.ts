import * as z from 'zod';

export const ShortId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8}$/)
  .describe('Names an activity on its poster and in its codes; no secret.');
