import type { WriteCall } from '../../kit/handler';
import { newId } from '../../kit/ids';
import { type Refusal, refuse } from '../../kit/refusal';
import { applicationEnded, memberBound } from '../events';
import { type Capacity, endsOn } from '../rules/consent';
import { childAge, type PersonRow } from '../rules/standing';
import { type ApplicationEnd, type ApplicationRow, closeApplication, lockWaitingOf } from '../store/applications';
import {
  attachConsents,
  type BindingKind,
  bindIdentity,
  insertBindingEvents,
  insertConsents,
  withdrawOpenConsents,
} from '../store/bindings';
import { lockResident, personOf } from '../store/people';
import { erasePersonal } from '../store/personal';
import { refuseRoleAbove } from './role-above';

/** What a binding needs of a person's data: to be known, and to have points. */
export const PURPOSES = ['identity', 'points'] as const;

export interface Binding {
  readonly identityId: string;
  readonly residentId: string;
  readonly kind: Exclude<BindingKind, 'unbound' | 'boundByMerge'>;
  /** Who opened the way: staff with a code or a decision, the head with an invite. */
  readonly byResidentId: string;
  /** Null where the person has agreed already, in the application. */
  readonly consentVersion: string | null;
}
type NotBound =
  | Refusal<'RESIDENT_NOT_FOUND'>
  | Refusal<'RESIDENT_BOUND_ALREADY'>
  | Refusal<'BOUND_ALREADY'>
  | Refusal<'NOT_ALLOWED'>;
type Household = { readonly householdId: string };

/** A child under 14 is bound by the head's invite alone: making it is the guardian's deed. */
export const refuseChild = (age: number) => refuse('GUARDIAN_CONSENT_NEEDED', { age, because: 'headInvites' });

/**
 * Binds an identity to a resident, both free until now. Consent is recorded before; the trail, the end of an
 * application that waits and the event for the other members stand in the same transaction.
 */
export async function bind(call: WriteCall, binding: Binding): Promise<(PersonRow & Household) | NotBound> {
  const { identityId, residentId, kind, byResidentId } = binding;
  await lockResident(call.db, residentId);
  const person = await personOf(call.db, residentId);
  const householdId = person?.householdId;
  if (!person || person.diedOn !== null || !householdId) return refuse('RESIDENT_NOT_FOUND');
  if (person.isBound) return refuse('RESIDENT_BOUND_ALREADY');
  const above = await refuseRoleAbove(call, residentId, byResidentId);
  if (above) return above;
  await recordAgreement(call, binding, person);
  if (!(await bindIdentity(call.db, identityId, residentId))) return refuse('BOUND_ALREADY');
  const event = { eventId: newId(call.world), identityId, residentId, kind, byResidentId };
  await insertBindingEvents(call.db, [event], call.nowMs);
  call.note({ targetKind: 'resident', targetId: residentId, detail: { kind, householdId } });
  call.publish(memberBound({ residentId, householdId, kind }));
  return { ...person, householdId };
}

async function recordAgreement(call: WriteCall, binding: Binding, person: PersonRow): Promise<void> {
  const { identityId, residentId, consentVersion } = binding;
  const isChild = childAge(person, call.today) !== null;
  const capacity: Capacity = isChild ? 'guardian' : 'self';
  if (consentVersion === null) return attachConsents(call.db, identityId, residentId);
  await endWaiting(call, identityId);
  const consents = PURPOSES.map((purpose) => ({
    consentId: newId(call.world),
    identityId,
    residentId,
    givenBy: isChild ? binding.byResidentId : null,
    purpose,
    version: consentVersion,
    capacity,
    until: endsOn(person, capacity),
  }));
  await insertConsents(call.db, consents, call.nowMs);
}

/** Who is bound another way has no need of the application that waits. */
async function endWaiting(call: WriteCall, identityId: string): Promise<void> {
  const waiting = await lockWaitingOf(call.db, identityId);
  if (waiting) await endApplication(call, waiting, { state: 'withdrawn' });
}

/** Ends an application that leads nowhere: its personal data and what was agreed to for it go with it. */
export async function endApplication(
  call: WriteCall,
  { applicationId, identityId, communityId }: Pick<ApplicationRow, 'applicationId' | 'identityId' | 'communityId'>,
  end: ApplicationEnd & { readonly state: 'refused' | 'withdrawn' },
): Promise<void> {
  await closeApplication(call.db, applicationId, end, call.nowMs);
  await withdrawOpenConsents(call.db, identityId, call.nowMs);
  await erasePersonal(call.db, [applicationId]);
  call.publish(applicationEnded({ applicationId, communityId, state: end.state, residentId: null }));
}

/** Consents for a binding that somebody asks for and nobody has decided. */
export async function recordOpenConsents(call: WriteCall, identityId: string, version: string): Promise<void> {
  const consents = PURPOSES.map((purpose) => ({
    consentId: newId(call.world),
    identityId,
    residentId: null,
    givenBy: null,
    purpose,
    version,
    capacity: 'self' as const,
  }));
  await insertConsents(call.db, consents, call.nowMs);
}
