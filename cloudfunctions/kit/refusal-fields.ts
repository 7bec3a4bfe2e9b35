import * as z from 'zod';

/** The few kinds of fields that a refusal's detail holds, each with its word for the OpenAPI document. */
export const whole = (description: string) => z.int().describe(description);
export const moment = (description: string) => z.int().describe(`${description} Milliseconds since 1970, UTC.`);
export const day = (description: string) => z.iso.date().describe(description);
export const id = (description: string) => z.uuid().describe(description);
export const words = (description: string) => z.string().describe(description);
export const list = (description: string) => z.array(z.string()).describe(description);
export const oneOf = <const Value extends string>(values: readonly Value[], description: string) =>
  z.enum(values).describe(description);
