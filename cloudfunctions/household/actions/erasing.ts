import type { InputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import * as contract from '../contract/erasing';
import { isMinor } from '../rules/standing';
import { erase } from '../services/erase';
import { lockPeople, type Mending, reachToMend } from '../services/mend';
import { refuseRoleAbove } from '../services/role-above';

async function eraseMyself(call: WriteCall<ResidentCaller>, { nextHeadId }: InputOf<typeof contract.eraseMyself>) {
  const { residentId } = call.caller;
  const person = (await lockPeople(call, [residentId])).get(residentId);
  if (!person || person.diedOn !== null) return refuse('RESIDENT_NOT_FOUND');
  if (isMinor(person, call.today)) return refuse('NOT_ALLOWED', { because: 'underAge' });
  return (await erase(call, person, { nextHeadId, reason: null })) ?? { erased: true as const };
}

async function erasePerson(call: Mending, { residentId, ...asked }: InputOf<typeof contract.erasePerson>) {
  const person = await reachToMend(call, residentId, 'erase');
  if (isRefusal(person)) return person;
  const above = await refuseRoleAbove(call, residentId, call.caller.residentId);
  if (above) return above;
  return (await erase(call, person, asked)) ?? { erased: true as const };
}

export const erasingActions = [write(contract.eraseMyself, eraseMyself), write(contract.erasePerson, erasePerson)];
