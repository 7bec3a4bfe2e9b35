import { list as activities } from '../../activity/contract';
import { items as listItems } from '../../catalogue/contract';
import { demoIdentitiesOf } from '../../household';
import type { World } from '../../kit/world';
import { unitsBelow } from '../../organisation';
import { businessDate } from '../../values/dates';
import { openStage, type Stage } from './acting';
import { ROLES_OF } from './cast';
import { type KnownTown, meetNeighbours } from './history';
import { announceWeek, fillToday } from './now';
import { PERSONAS } from './personas';
import { COMMUNITIES, type CommunityKey } from './places';
import { createSeededRandom } from './random';
import type { Items } from './seed-catalogue';
import { found } from './seed-town';
import { personaHash } from './sign-in';

/**
 * A demo that was filled days ago gets something for today and the coming week, as its staff would announce it. Days that
 * went by meanwhile stay empty: what was signed for them must not change.
 */
export async function keepCurrent(world: World, stopping?: AbortSignal): Promise<void> {
  const nowMs = world.clock();
  const today = businessDate(nowMs);
  const town = await recall(world);
  for (const community of COMMUNITIES) {
    const stage = openStage(world, nowMs, stopping);
    const unitId = town.unitId(community);
    const items = await recallItems(stage, town, community);
    const random = createSeededRandom(Number(today.replaceAll('-', '')));
    const neighbours = await meetNeighbours(world.database.db, random, unitId);
    const life = { stage, random, town, items, community, neighbours };
    const known = await stage.act(town.identityOf('city'), activities, { unitId, fromDate: today, days: 1 });
    if (community === 'liuhe' && known.activities.length === 0) await fillToday(life, nowMs);
    await announceWeek(life, today);
  }
}

/** The keys by which filling knew things, found again by codes and names. */
async function recall(world: World): Promise<KnownTown> {
  const units = await unitsBelow(world.database.db, '/', 'community');
  const byCode = new Map(units.map((unit) => [unit.code, unit.unitId]));
  const keys = [...PERSONAS.map(({ key }) => key), ...ROLES_OF.map(({ actor }) => actor)];
  const hashes = keys.map((key) => personaHash(world, key));
  const identities = await demoIdentitiesOf(world.database.db, hashes);
  const identityOf = new Map(
    keys.map((key, i) => [key as string, identities.find(({ subjectHash }) => hashes[i]?.equals(subjectHash))]),
  );
  const idOf = new Map<never, string>();
  for (const [key, one] of identityOf) if (one?.residentId) idOf.set(key as never, one.residentId);
  return {
    unitId: (key) => found(byCode.get(`JM-${key.toUpperCase()}`), key),
    identityOf: (actor) => found(identityOf.get(actor)?.identityId, actor),
    societyIds: { liuhe: [], jinxiang: [], baishipo: [], queji: [] },
    startedOn: businessDate(0),
    cast: { idOf },
  };
}

async function recallItems(stage: Stage, town: KnownTown, community: CommunityKey): Promise<Items> {
  const unitId = town.unitId(community);
  const { items } = await stage.act(town.identityOf('city'), listItems, { unitId });
  const none = new Map<string, string>();
  const own = new Map(items.map(({ name, itemId }) => [name, itemId]));
  return { liuhe: none, jinxiang: none, baishipo: none, queji: none, [community]: own };
}
