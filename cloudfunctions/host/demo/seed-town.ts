import { addHouseholds, addResidents, type NewHousehold } from '../../household';
import { inTransaction } from '../../kit/transaction';
import { addGrants, addProviders, addSocieties, addUnits, type NewGrant } from '../../organisation';
import { NEWEST_CONSENT } from '../../values/consent';
import { at, type Stage } from './acting';
import { addPersonas, type Persona } from './add-personas';
import { type ActorKey, type Cast, makeCast, ROLES_OF } from './cast';
import { createPhoneBook, type Making, makeHouseholds } from './people';
import { PERSONAS, type PersonaKey } from './personas';
import { COMMUNITIES, type CommunityKey, PROVIDERS, placeUnits, SOCIETIES } from './places';
import type { SeededRandom } from './random';

/** What the later steps need to know of the place. Ids by key: of units, providers and actors. */
export interface SeededTown {
  readonly unitId: (key: string) => string;
  readonly providerId: (community: CommunityKey, key: string) => string;
  readonly societyIds: Readonly<Record<CommunityKey, readonly string[]>>;
  /** An actor's identity, by which they call. */
  readonly identityOf: (actor: ActorKey | PersonaKey) => string;
  readonly cast: Cast;
  readonly startedOn: string;
}

const HOUSEHOLDS: Readonly<Record<Exclude<CommunityKey, 'liuhe'>, { prefix: string; road: string; count: number }>> = {
  jinxiang: { prefix: 'JX', road: '金象路', count: 60 },
  baishipo: { prefix: 'BSP', road: '白石坡路', count: 50 },
  queji: { prefix: 'QJ', road: '却集村', count: 45 },
};

/** Places, people and roles, in one transaction: what no action could begin with. */
export async function seedTown(
  stage: Stage,
  random: SeededRandom,
  today: string,
  startedOn: string,
): Promise<SeededTown> {
  const { makeId } = stage;
  const nowMs = at(startedOn, '08:00');
  const { units, idOf } = placeUnits(makeId, startedOn, nowMs);
  const unitId = (key: string) => found(idOf.get(key), key);
  const making: Making = { random, phones: createPhoneBook(), makeId, today };
  const below = (key: string) =>
    units.filter((unit) => unit.level === 'group' && unit.path.includes(unitId(key))).map((unit) => unit.unitId);
  const cast = makeCast(making, { communityId: unitId('liuhe'), groupIds: below('liuhe'), joinedOn: startedOn });
  const others = (['jinxiang', 'baishipo', 'queji'] as const).flatMap((key) => {
    const settlement = { ...HOUSEHOLDS[key], communityId: unitId(key), unitIds: below(key), joinedOn: startedOn };
    return makeHouseholds(making, settlement);
  });
  const providers = makeProviders(makeId, unitId, nowMs);
  const societies = COMMUNITIES.flatMap((key) =>
    SOCIETIES[key].map((facts) => ({ ...facts, societyId: makeId(), unitId: unitId(key), createdAtMs: nowMs })),
  );
  const people = makeIdentities(makeId, cast, others, random);

  await inTransaction(stage.world.database.db, async (trx) => {
    await addUnits(trx, units);
    await addProviders(trx, [...providers.values()]);
    await addSocieties(trx, societies);
    await addHouseholds(stage.world, trx, [...cast.households, ...others]);
    await addResidents(stage.world, trx, cast.residents);
    await addGrants(
      trx,
      makeGrants(makeId, cast, unitId, (unit, key) => providers.get(`${unit} ${key}`)?.providerId, startedOn, nowMs),
    );
    await addPersonas(stage.world, trx, people.personas, NEWEST_CONSENT);
  });
  return {
    unitId,
    providerId: (community, key) => found(providers.get(`${community} ${key}`)?.providerId, key),
    societyIds: Object.fromEntries(
      COMMUNITIES.map((key) => [
        key,
        societies.filter((society) => society.unitId === unitId(key)).map(({ societyId }) => societyId),
      ]),
    ) as Record<CommunityKey, string[]>,
    identityOf: (actor) => found(people.identityOf.get(actor), actor),
    cast,
    startedOn,
  };
}

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The demo has no ${what}`);
  return value;
}

function makeProviders(makeId: () => string, unitId: (key: string) => string, createdAtMs: number) {
  const entries = Object.entries(PROVIDERS).flatMap(([community, list]) =>
    list.map(({ key, ...facts }) => {
      const made = { ...facts, providerId: makeId(), unitId: unitId(community), phone: null, createdAtMs };
      return [`${community} ${key}`, made] as const;
    }),
  );
  return new Map(entries);
}

function makeGrants(
  makeId: () => string,
  cast: Cast,
  unitId: (key: string) => string,
  providerId: (unit: string, key: string) => string | undefined,
  validFrom: string,
  grantedAtMs: number,
): NewGrant[] {
  const city = found(cast.idOf.get('city'), 'city');
  return ROLES_OF.map(({ actor, role, unit, provider }) => ({
    roleId: makeId(),
    residentId: found(cast.idOf.get(actor), actor),
    role,
    unitId: unitId(unit),
    providerId: provider ? found(providerId(unit, provider), provider) : null,
    societyId: null,
    validFrom,
    validUntil: null,
    grantedBy: role === 'citySupervisor' ? null : city,
    grantedAtMs,
  }));
}

/** An identity for every persona and actor, and for a third of the other grown-ups, so that the roster has bound people. */
function makeIdentities(makeId: () => string, cast: Cast, others: readonly NewHousehold[], random: SeededRandom) {
  const bare: readonly PersonaKey[] = ['newcomer', 'applicant'];
  const actors = new Set<ActorKey | PersonaKey>([
    ...PERSONAS.map(({ key }) => key),
    ...ROLES_OF.map(({ actor }) => actor),
  ]);
  const personas: Persona[] = [...actors].map((key) => ({
    key,
    identityId: makeId(),
    residentId: bare.includes(key as PersonaKey) ? null : found(cast.idOf.get(key as ActorKey), key),
  }));
  const identityOf = new Map(personas.map(({ key, identityId }) => [key as ActorKey | PersonaKey, identityId]));
  for (const { members } of others)
    for (const { residentId, phone } of members)
      if (phone && random.chance(0.33)) {
        personas.push({ key: `resident ${residentId}`, identityId: makeId(), residentId });
      }
  return { personas, identityOf };
}
