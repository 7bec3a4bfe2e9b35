import * as z from 'zod';
import { declared } from '../../../cloudfunctions/host/refusals';
import type { Answer } from '../../../cloudfunctions/kit/refusal';

/** Throws where a refusal's code or detail is not as it is declared, and so told to a stranger. */
export function holdToTold(answer: Answer): void {
  if (answer.ok) return;
  const { success, error } = z.strictObject(declared(answer.code).fields).safeParse(answer.detail);
  if (!success) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)} is not as declared: ${error.message}`);
}
