import { randomUUID } from 'node:crypto';
import type { PostCommand, Proposal } from '../../cloudfunctions/award/post';
import type { Database } from '../../cloudfunctions/database/connect';
import { createKeys } from '../../cloudfunctions/kit/keys';
import { requestKey } from '../../cloudfunctions/kit/request-log';
import { insertHousehold, insertItem, insertResident, insertUnits, type Units } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';

const KEYS = createKeys(Buffer.alloc(32, 7));

export const NO_CAPS = {
  personDay: null,
  personMonth: null,
  personYear: null,
  householdDay: null,
  householdMonth: null,
  householdYear: null,
} as const;

/** A community with one item and some residents, each in a household of their own. */
export interface Scene {
  readonly units: Units;
  readonly staffId: string;
  readonly identityId: string;
  readonly itemId: string;
  readonly residents: readonly { readonly residentId: string; readonly householdId: string }[];
}

export async function setScene({ db }: Database, residentCount: number): Promise<Scene> {
  const units = await insertUnits(db);
  const staffId = await insertResident(db);
  const itemId = await insertItem(db, { units, draftedBy: staffId }, { name: '清洁家园', points: 5 });
  const residents: { residentId: string; householdId: string }[] = [];
  for (let i = 0; i < residentCount; i++) {
    const residentId = await insertResident(db);
    residents.push({ residentId, householdId: await insertHousehold(db, units, [residentId]) });
  }
  return { units, staffId, identityId: randomUUID(), itemId, residents };
}

/** One resident's claim on the scene's item; every call is another deed unless a source is given. */
export function claimFor(scene: Scene, place: number, values: Partial<Proposal> = {}): Proposal {
  const { residentId, householdId } = scene.residents[place] as Scene['residents'][number];
  return {
    holder: { kind: 'resident', id: residentId },
    accountId: residentId,
    householdId,
    itemId: scene.itemId,
    lineageId: scene.itemId,
    itemVersion: 1,
    title: '清洁家园',
    points: 5,
    caps: NO_CAPS,
    needsReview: false,
    noticeDays: 0,
    deedDate: '2026-11-23',
    source: 'give',
    sourceId: randomUUID(),
    isOwnHousehold: false,
    unitId: scene.units.communityId,
    givenBy: scene.staffId,
    givingLimits: null,
    ...values,
  };
}

/** A request with these claims; its answer is what became of each. */
export function commandFor(
  scene: Scene,
  claims: readonly Proposal[],
  values: Partial<PostCommand> & { requestId?: string; body?: unknown } = {},
): PostCommand {
  const { requestId = randomUUID(), body = claims, ...rest } = values;
  return {
    request: requestKey(KEYS, requestId, 'award.give', scene.identityId, body),
    caller: {
      identityId: scene.identityId,
      residentId: scene.staffId,
      householdId: null,
      communityId: null,
      roles: [],
    },
    addressHash: null,
    traceId: randomUUID(),
    nowMs: TEST_NOW_MS,
    claims,
    notes: [],
    answer: (outcomes) =>
      outcomes.map((outcome) =>
        outcome.state === 'posted' ? { points: outcome.points, seq: outcome.entrySeq } : outcome.code,
      ),
    ...rest,
  };
}
