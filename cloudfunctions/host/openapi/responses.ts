import * as z from 'zod';
import { statusOf } from '../answer';
import { declared } from '../refusals';
import { jsonContent, objectOf, refTo, type Schema, schemaOf } from './schema';

/** The refusals of one operation under their statuses; each code is told once, as a schema of the document. */
export function refusalResponses(codes: readonly string[]): Record<string, Schema> {
  const told = [...new Set(codes)].sort();
  const statuses = [...new Set(told.map(statusOf))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      refusalResponse(
        status,
        told.filter((code) => statusOf(code) === status),
      ),
    ]),
  );
}

function refusalResponse(status: number, codes: readonly string[]): Schema {
  const [first = '', ...more] = codes.map((code) => refTo('schemas', code));
  const description = codes.map((code) => `${code}: ${declared(code).means}`).join('\n\n');
  return {
    description,
    ...headersOf(status),
    content: jsonContent(more.length === 0 ? (first as Schema) : { oneOf: [first, ...more] }),
  };
}

const headersOf = (status: number) =>
  status === 429 && {
    headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } },
  };

const traceId: Schema = { type: 'string', format: 'uuid', description: 'Names this answer in the log of the server.' };

/** What comes with a refusal of this code. */
export function refusalSchema(code: string): Schema {
  const { means, fields } = declared(code);
  const description = 'May hold more than is named here.';
  const detail = { ...schemaOf(z.looseObject(fields), 'output'), description };
  return { description: means, ...objectOf({ ok: { const: false }, code: { const: code }, detail, traceId }) };
}

export const done = (data: Schema, description: string): Schema => ({
  description,
  content: jsonContent(objectOf({ ok: { const: true }, data })),
});
