import { cancel, checkInResident, create as createActivity } from '../../activity/contract';
import { give } from '../../award/contract';
import { livingIn } from '../../household';
import type { Db } from '../../kit/transaction';
import { FOUND_BY, HELPED_AT_ONCE } from '../../values/activities';
import type { HolderKind } from '../../values/awards';
import { addDays } from '../../values/dates';
import { at, type Stage } from './acting';
import { type Cast, staffOf } from './cast';
import type { CommunityKey } from './places';
import type { SeededRandom } from './random';
import type { Items } from './seed-catalogue';
import { found, type SeededTown } from './seed-town';
import { type Gathering, WEEK } from './week';

/** Who takes part in a community, and how gladly: some come to everything, most now and then, many never. */
export interface Neighbours {
  readonly keen: readonly string[];
  readonly sometimes: readonly string[];
  readonly households: readonly string[];
}

/** How often the people of the personas come to what 浏河 does together, so that each of their passbooks has life. */
const FAITHFUL = [
  ['senior', 0.95],
  ['mother', 0.85],
  ['householdHead', 0.7],
  ['child', 0.6],
] as const;

/** What has to be known of the place to live in it. */
export type KnownTown = Pick<SeededTown, 'unitId' | 'identityOf' | 'societyIds' | 'startedOn'> & {
  readonly cast: Pick<Cast, 'idOf'>;
};

export interface Life {
  readonly stage: Stage;
  readonly random: SeededRandom;
  readonly town: KnownTown;
  readonly items: Items;
  readonly community: CommunityKey;
  readonly neighbours: Neighbours;
}

/** Sorts a community's people once, by the seed; in the order of their ids, so that it comes out the same. */
export async function meetNeighbours(db: Db, random: SeededRandom, communityId: string): Promise<Neighbours> {
  const people = await livingIn(db, communityId);
  const active = random.some(
    people.map(({ residentId }) => residentId),
    Math.round(people.length * 0.38),
  );
  const keenCount = Math.round(active.length * 0.3);
  const households = [...new Set(people.map(({ householdId }) => householdId))];
  return {
    keen: active.slice(0, keenCount),
    sometimes: active.slice(keenCount),
    households: random.some(households, Math.round(households.length * 0.3)),
  };
}

/** Every gathering and every deed from one date up to, and not including, another. */
export async function liveThrough(life: Life, from: string, until: string): Promise<void> {
  for (let date = from, day = 0; date < until; date = addDays(date, 1), day++) {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    for (const gathering of WEEK[life.community])
      if (gathering.weekday === weekday && Math.floor(day / 7) % gathering.everyWeeks === 0)
        await gather(life, gathering, date);
    if (weekday === 1) await thankForDeeds(life, date);
    if (weekday === 5 && day % 28 < 7) await thankSocieties(life, date);
  }
}

/** Announces a gathering three days before. */
export async function announce(
  life: Life,
  gathering: Gathering,
  startsAtMs: number,
  endsAtMs: number,
): Promise<string> {
  const { stage, town, items, community } = life;
  stage.setTime(Math.max(startsAtMs - 3 * 86_400_000, at(town.startedOn, '12:00')));
  const { title, about, place, capacity } = gathering;
  const { activityId } = await stage.act(town.identityOf(staffOf(community)), createActivity, {
    unitId: town.unitId(community),
    itemId: found(items[community].get(gathering.item), gathering.item),
    title,
    about,
    place,
    startsAtMs,
    endsAtMs,
    ...(capacity && { signUp: 'open' as const, capacity }),
  });
  return activityId;
}

export async function gather(life: Life, gathering: Gathering, date: string): Promise<void> {
  const [startsAtMs, endsAtMs] = [at(date, gathering.from), at(date, gathering.to)];
  const activityId = await announce(life, gathering, startsAtMs, endsAtMs);
  if (life.random.chance(0.04)) return rainOut(life, activityId, startsAtMs);
  await checkIn(life, activityId, attendants(life, gathering), startsAtMs + 20 * 60_000);
}

async function rainOut({ stage, town, community }: Life, activityId: string, startsAtMs: number): Promise<void> {
  stage.setTime(startsAtMs - 3_600_000);
  await stage.act(town.identityOf(staffOf(community)), cancel, { activityId });
}

/** Those of the community who come this time; the personas of 浏河 nearly always. */
function attendants({ random, neighbours, community, town }: Life, { share, item }: Gathering): string[] {
  const total = (neighbours.keen.length + neighbours.sometimes.length) * share;
  const coming = [
    ...random.some(neighbours.keen, Math.round(total * 0.7)),
    ...random.some(neighbours.sometimes, Math.round(total * 0.3)),
  ];
  const isTheirs = community === 'liuhe' && (item === '清洁家园' || item === '道德讲堂');
  const faithful = FAITHFUL.filter(([, share]) => isTheirs && random.chance(share));
  return [...new Set([...coming, ...faithful.map(([key]) => found(town.cast.idOf.get(key), key))])];
}

/** Staff note who came, from the list by name, by card or by personal code, a call for at most fifty. */
export async function checkIn(
  life: Life,
  activityId: string,
  residentIds: readonly string[],
  atMs: number,
): Promise<void> {
  const { stage, random, town, community } = life;
  for (let i = 0; i < residentIds.length; i += HELPED_AT_ONCE) {
    stage.setTime(atMs + i * 10_000);
    const how = random.pick(FOUND_BY);
    const some = residentIds.slice(i, i + HELPED_AT_ONCE);
    await stage.act(town.identityOf(staffOf(community)), checkInResident, { activityId, residentIds: some, how });
  }
}

/** Not in every community's catalogue; the others are. */
const IN_SOME = '陪空巢老人聊天';
/** A deed, who does it, how many of them in a week, and what shows it. */
const DEEDS = [
  ['照看独居老人', 'resident', 'keen', [3, 8], '送了午饭，陪着说了会儿话'],
  ['调解邻里纠纷', 'resident', 'keen', [0, 2], '两家都签了字，单子在居委会'],
  ['打扫楼道', 'household', 'households', [6, 18], '楼栋长看过，扫干净了'],
  [IN_SOME, 'resident', 'sometimes', [2, 6], '陪着聊了一下午'],
] as const;

/** On Mondays: what neighbours did for each other in the week before. */
async function thankForDeeds(life: Life, date: string): Promise<void> {
  const { random, neighbours, items, community } = life;
  life.stage.setTime(at(date, '16:00'));
  for (const [item, kind, who, [least, most], evidence] of DEEDS)
    if (item !== IN_SOME || items[community].has(item))
      await thank(life, item, kind, random.some(neighbours[who], random.between(least, most)), evidence);
}

async function thankSocieties(life: Life, date: string): Promise<void> {
  life.stage.setTime(at(date, '17:00'));
  await thank(life, '社团公益演出', 'society', life.town.societyIds[life.community].slice(0, 1), '演出照片在社团那里');
}

async function thank(
  life: Life,
  item: string,
  kind: HolderKind,
  ids: readonly string[],
  evidence: string,
): Promise<void> {
  const { stage, town, items, community } = life;
  if (ids.length === 0) return;
  await stage.act(town.identityOf(staffOf(community)), give, {
    itemId: found(items[community].get(item), item),
    holders: ids.map((id) => ({ kind, id })),
    evidence,
  });
}
