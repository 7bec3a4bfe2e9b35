import { insertBindingEvents, insertConsents, insertIdentities, PURPOSES, subjectHash } from '../../household';
import { newId } from '../../kit/ids';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';

/** Somebody whom the demo lets one be. `key` names them for ever; a newcomer is bound to nobody yet. */
export interface Persona {
  readonly key: string;
  readonly identityId: string;
  readonly residentId: string | null;
}

/** Demo identities, those of residents with the consent and the trail that binding leaves. */
export async function addPersonas(
  world: World,
  db: Db,
  personas: readonly Persona[],
  consentVersion: string,
): Promise<void> {
  const nowMs = world.clock();
  await insertIdentities(
    db,
    personas.map(({ key, ...identity }) => ({
      ...identity,
      kind: 'demo',
      subjectHash: subjectHash(world, 'demo', key),
    })),
    nowMs,
  );
  const bound = personas.flatMap(({ identityId, residentId }) => (residentId ? [{ identityId, residentId }] : []));
  const consents = bound.flatMap((one) =>
    PURPOSES.map((purpose) => ({
      ...one,
      consentId: newId(world),
      givenBy: null,
      purpose,
      version: consentVersion,
      capacity: 'self' as const,
    })),
  );
  await insertConsents(db, consents, nowMs);
  const events = bound.map((one) => ({ ...one, eventId: newId(world), byResidentId: null }));
  await insertBindingEvents(
    db,
    events.map((event) => ({ ...event, kind: 'boundByApplication' })),
    nowMs,
  );
}
