import { createClient } from './client';
import { device } from './device';

export type {
  DataOf,
  ReadName,
  Refused,
  RequestFor,
  WriteName,
} from './actions';

export const { read, write, callerIs, whenOther } = createClient(device);
