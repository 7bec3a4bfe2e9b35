import type { RequestFor, Result, WriteName } from './actions';
import { createClient } from './client';
import { device } from './device';
import { forgetAnswers } from './remembered';

export type {
  DataOf,
  ReadName,
  Refused,
  RequestFor,
  WriteName,
} from './actions';

const client = createClient(device);
export const { read, callerIs, whenOther } = client;

/** Does something, once. What was read before it, or while it is on its way, is not shown after it. */
export async function write<Name extends WriteName>(name: Name, input: RequestFor<Name>): Promise<Result<Name>> {
  forgetAnswers();
  const result = await client.write(name, input);
  forgetAnswers();
  return result;
}
