import { ownInterest } from '../../household';
import type { WriteCall } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import type { Holder } from '../rules';
import { refuseUnlooked } from './second-look';
import { reachSubject } from './subject';

/** Why the caller does not serve this holder now. Nobody serves their own household: that is a colleague's turn. */
export async function refuseServing(call: WriteCall<ResidentCaller>, holder: Holder) {
  const subject = await reachSubject(call, call.db, holder, 'serve');
  if (isRefusal(subject)) return subject;
  if (ownInterest(call, subject) === 'OWN_HOUSEHOLD') return refuse('OWN_HOUSEHOLD');
  return refuseUnlooked(call, subject);
}
