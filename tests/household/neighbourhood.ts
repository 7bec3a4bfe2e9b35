import { createHash, randomUUID } from 'node:crypto';
import { addPersonas } from '../../cloudfunctions/host/demo/add-personas';
import { addHouseholds, findPrincipal, type NewMember } from '../../cloudfunctions/household';
import type * as contract from '../../cloudfunctions/household/contract';
import type { Action, OutputOf } from '../../cloudfunctions/kit/action';
import type { Handler } from '../../cloudfunctions/kit/handler';
import type { CallerIdentity } from '../../cloudfunctions/kit/principal';
import type { RefusalDetail } from '../../cloudfunctions/kit/refusal';
import { openRoom } from '../../cloudfunctions/kit/room';
import type { World } from '../../cloudfunctions/kit/world';
import { addGrants } from '../../cloudfunctions/organisation';
import type { Role } from '../../cloudfunctions/values/roles';
import { insertUnits, type Units } from '../support/rows';

/** The same bytes in the same order on every run. */
export function seededRandom(seed: string) {
  let count = 0;
  return (bytes: number): Buffer => {
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, () =>
      createHash('sha256').update(`${seed} ${count++}`).digest(),
    );
    return Buffer.concat(blocks).subarray(0, bytes);
  };
}

export const CONSENT = { version: '2026-11', agreed: true } as const;
/** `code` of a refusal, or 'ok'. */
export const outcome = (answer: { readonly ok: boolean; readonly code?: string }) => answer.code ?? 'ok';

export interface Somebody {
  readonly identity: CallerIdentity;
  readonly identityId: string;
  readonly residentId: string;
}

export interface RegisteredHome {
  readonly householdId: string;
  readonly number: string;
  /** In the order in which they were given; the first is the head. */
  readonly memberIds: readonly string[];
}

export type MemberOf = Partial<NewMember> & { readonly name: string };

let households = 0;

/** A household in the grid of `units`, its first member the head. */
export async function registerHome(
  world: World,
  units: Units,
  ...members: readonly MemberOf[]
): Promise<RegisteredHome> {
  const householdId = randomUUID();
  const number = `S${String(++households).padStart(4, '0')}`;
  const all = members.map((member, i) => ({
    relation: i === 0 ? '户主' : '子',
    ...member,
    residentId: member.residentId ?? randomUUID(),
  }));
  await addHouseholds(world, world.database.db, [
    {
      householdId,
      communityId: units.communityId,
      unitId: units.gridId,
      number,
      address: `浏河路${households}号1单元101`,
      members: all,
    },
  ]);
  return { householdId, number, memberIds: all.map((member) => member.residentId) };
}

/** Somebody who has bound their account. */
export async function bind(world: World, residentId: string): Promise<Somebody> {
  const identityId = randomUUID();
  await addPersonas(world, world.database.db, [{ key: identityId, identityId, residentId }], CONSENT.version);
  return { identity: { kind: 'session', identityId }, identityId, residentId };
}

/** A role without an end, that nobody in particular gave. */
export async function appoint(world: World, residentId: string, role: Role, unitId: string): Promise<void> {
  await addGrants(world.database.db, [
    {
      roleId: randomUUID(),
      residentId,
      role,
      unitId,
      providerId: null,
      societyId: null,
      validFrom: '2026-01-01',
      validUntil: null,
      grantedBy: null,
      grantedAtMs: world.clock(),
    },
  ]);
}

/** Somebody who works for the unit and lives in a household of their own there. */
export async function employ(world: World, units: Units, role: Role, unitId: string, name: string): Promise<Somebody> {
  const { memberIds } = await registerHome(world, units, { name });
  const somebody = await bind(world, memberIds[0] ?? '');
  await appoint(world, somebody.residentId, role, unitId);
  return somebody;
}

let newcomers = 0;
export function newcomer(): CallerIdentity {
  return { kind: 'wechat', openid: `openid-of-newcomer-${++newcomers}` };
}

type Contract = typeof contract;
export type Verb = { [K in keyof Contract]: Contract[K] extends Action ? K : never }[keyof Contract];

/** What the door answers with; a test that reads `data` of a refusal fails by itself. */
interface Told<V extends Verb> {
  readonly ok: boolean;
  readonly code?: string;
  readonly detail?: RefusalDetail;
  readonly data: OutputOf<Contract[V]>;
}
export type Ask = <V extends Verb>(
  who: CallerIdentity | null,
  verb: V,
  input?: unknown,
  requestId?: string,
) => Promise<Told<V>>;

/** The household room's door, as a way in would use it. */
export function openDoor(world: World, actions: readonly Handler[]): Ask {
  const door = openRoom({ name: 'household', actions, refusals: {} }, world, findPrincipal);
  return async <V extends Verb>(
    who: CallerIdentity | null,
    verb: V,
    input: unknown = {},
    requestId: string = randomUUID(),
  ) => (await door(verb, { body: { input, requestId }, identity: who, address: '203.0.113.7' })) as Told<V>;
}

export interface Neighbourhood {
  readonly here: Units;
  readonly elsewhere: Units;
  readonly gridWorker: Somebody;
  readonly staff: Somebody;
  readonly stranger: Somebody;
}

/** Two communities with staff: `stranger` is the staff of the other one. */
export async function insertNeighbourhood(world: World): Promise<Neighbourhood> {
  const here = await insertUnits(world.database.db);
  const elsewhere = await insertUnits(world.database.db);
  return {
    here,
    elsewhere,
    gridWorker: await employ(world, here, 'gridWorker', here.gridId, '网小格'),
    staff: await employ(world, here, 'communityStaff', here.communityId, '社小工'),
    stranger: await employ(world, elsewhere, 'communityStaff', elsewhere.communityId, '陌小生'),
  };
}

/** A household with its card, and a bind code for the last of its members. */
export async function issuePapers(world: World, ask: Ask, place: Neighbourhood, ...members: readonly MemberOf[]) {
  const home = await registerHome(world, place.here, ...members);
  const residentId = home.memberIds.at(-1) ?? '';
  const { data: card } = await ask(place.gridWorker.identity, 'issueCard', { householdId: home.householdId });
  const { data: code } = await ask(place.staff.identity, 'issueBindCode', { residentId });
  return { ...home, residentId, card, code: code.code };
}
