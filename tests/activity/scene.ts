import { randomUUID } from 'node:crypto';
import type * as contract from '../../cloudfunctions/activity/contract';
import { activityRoom } from '../../cloudfunctions/activity/main';
import { liveCode, liveDigits, stepAt } from '../../cloudfunctions/activity/rules';
import { findPrincipal } from '../../cloudfunctions/household';
import type { Action, OutputOf } from '../../cloudfunctions/kit/action';
import type { RefusalDetail } from '../../cloudfunctions/kit/refusal';
import { openRoom } from '../../cloudfunctions/kit/room';
import type { World } from '../../cloudfunctions/kit/world';
import { addGrants, addSocieties } from '../../cloudfunctions/organisation';
import {
  bind,
  employ,
  insertNeighbourhood,
  type MemberOf,
  type Neighbourhood,
  registerHome,
  type Somebody,
} from '../household/neighbourhood';
import type { TestDatabase } from '../support/database';
import { insertItem } from '../support/rows';
import { TEST_NOW_MS, testWorld } from '../support/world';

type Contract = typeof contract;
type Verb = { [K in keyof Contract]: Contract[K] extends Action ? K : never }[keyof Contract];
interface Told<V extends Verb> {
  readonly ok: boolean;
  readonly code?: string;
  readonly detail?: RefusalDetail;
  readonly traceId?: string;
  readonly data: OutputOf<Contract[V]>;
}
export type Ask = <V extends Verb>(
  who: Somebody | null,
  verb: V,
  input: unknown,
  requestId?: string,
) => Promise<Told<V>>;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const codeOf = (told: { readonly ok: boolean; readonly code?: string }) => told.code ?? 'ok';

/** Two communities, their people, one published item; a door, and a clock that the tests set. */
export interface Scene extends Neighbourhood {
  readonly world: World;
  readonly ask: Ask;
  readonly itemId: string;
  setClock(ms: number): void;
}

const READS: readonly string[] = ['list', 'held', 'get', 'liveCode', 'attendance', 'signedUp'];

export async function setScene(database: TestDatabase): Promise<Scene> {
  let nowMs = TEST_NOW_MS;
  const world = testWorld(database, { clock: () => nowMs });
  const hood = await insertNeighbourhood(world);
  const dispatch = openRoom(activityRoom, world, findPrincipal);
  const itemId = await insertItem(
    database.db,
    { units: hood.here, draftedBy: hood.staff.residentId },
    { name: '清洁家园', points: 5 },
  );
  return {
    ...hood,
    world,
    itemId,
    setClock: (ms) => {
      nowMs = ms;
    },
    ask: async (who, verb, input, requestId = randomUUID()) => {
      const body = READS.includes(verb) ? { input } : { input, requestId };
      return (await dispatch(verb, { body, identity: who?.identity ?? null })) as Awaited<ReturnType<Ask>> as never;
    },
  };
}

/** An activity that began at the clock's noon and lasts two hours, unless said otherwise. */
export async function announce(scene: Scene, values: object = {}, by: Somebody = scene.staff) {
  const told = await scene.ask(by, 'create', {
    unitId: scene.here.communityId,
    itemId: scene.itemId,
    title: '周一清洁日',
    place: '小广场',
    startsAtMs: TEST_NOW_MS,
    endsAtMs: TEST_NOW_MS + 2 * HOUR,
    ...values,
  });
  if (!told.ok) throw new Error(`not announced: ${told.code} ${JSON.stringify(told.detail)}`);
  return told.data;
}

/** What the organiser's device would draw at that moment, from the key that it was given. */
export async function screenOf(scene: Scene, activityId: string, by: Somebody = scene.staff) {
  const { data } = await scene.ask(by, 'liveCode', { activityId });
  const key = Buffer.from(data.key, 'base64url');
  return {
    codeAt: (ms: number) => liveCode(key, data.shortId, stepAt(ms)),
    digitsAt: (ms: number) => liveDigits(key, data.shortId, stepAt(ms)),
    qrPrefix: data.qrPrefix,
  };
}

/** A household of the community whose first member has bound their account. */
export async function family(scene: Scene, ...members: readonly MemberOf[]) {
  const all = members.length > 0 ? members : [{ name: '陈桂兰' }];
  const { householdId, memberIds } = await registerHome(scene.world, scene.here, ...all);
  return { head: await bind(scene.world, memberIds[0] as string), householdId, memberIds };
}

/** Somebody of the other community. */
export async function visitor(scene: Scene) {
  const { memberIds } = await registerHome(scene.world, scene.elsewhere, { name: '吴远来' });
  return bind(scene.world, memberIds[0] as string);
}

/** A society of the community with its leader. */
export async function society(scene: Scene, name: string) {
  const societyId = randomUUID();
  const { communityId: unitId } = scene.here;
  const stage = 'growing' as const;
  await addSocieties(scene.world.database.db, [{ societyId, unitId, name, stage, createdAtMs: TEST_NOW_MS }]);
  const { head: leader } = await family(scene, { name: '领头人' });
  const dates = { validFrom: '2026-01-01', validUntil: null, grantedBy: null, grantedAtMs: TEST_NOW_MS };
  const grant = { roleId: randomUUID(), residentId: leader.residentId, role: 'societyLeader' as const, ...dates };
  await addGrants(scene.world.database.db, [{ ...grant, unitId, providerId: null, societyId }]);
  return { societyId, leader };
}

export const supervisor = (scene: Scene) =>
  employ(scene.world, scene.here, 'districtSupervisor', scene.here.districtId, '督导员');

export async function lifetimeOf(scene: Scene, accountId: string): Promise<number> {
  const { rows } = await scene.world.database.pool.query<{ lifetime: number }>(
    'select lifetime from account where account_id = $1',
    [accountId],
  );
  return rows[0]?.lifetime ?? 0;
}
