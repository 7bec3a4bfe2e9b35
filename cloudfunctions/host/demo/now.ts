import { list, signUp } from '../../activity/contract';
import { addDays, businessDate, startOfDayMs } from '../../values/dates';
import { at } from './acting';
import { announce, checkIn, gather, type Life } from './history';
import type { SeededRandom } from './random';
import { type Gathering, WEEK } from './week';

const TEN_MINUTES = 600_000;
const HOUR = 3_600_000;
const toTenMinutes = (ms: number) => Math.floor(ms / TEN_MINUTES) * TEN_MINUTES;

/**
 * Today in 浏河, by the time of filling: one gathering is over, two are under way, one may come in the evening. Just after
 * midnight, too, they began today: what began yesterday counts for yesterday, when the personas had their share already.
 */
export async function fillToday(life: Life, nowMs: number): Promise<void> {
  const today = businessDate(nowMs);
  const nowish = toTenMinutes(nowMs);
  const [cleaning, lecture, patrol, haircuts] = WEEK.liuhe as unknown as [Gathering, Gathering, Gathering, Gathering];
  const begun = (minutes: number) => Math.max(nowish - minutes * 60_000, startOfDayMs(today));
  const early = Math.max(nowish - 5 * HOUR, at(today, '07:00'));
  if (early <= nowish - 2 * HOUR)
    await meet(life, { ...cleaning, title: '扫落叶', place: '浏河路东段' }, early, early + HOUR, 18);
  const isDaytime = nowMs >= at(today, '07:00') && nowMs < at(today, '18:00');
  await meet(life, isDaytime ? haircuts : patrol, begun(60), nowish + 2 * HOUR, 6);
  await meet(life, cleaning, begun(30), nowish + 2 * HOUR, 11);
  const evening = at(today, '19:30');
  if (evening > nowMs + HOUR) await announce(life, lecture, evening, evening + HOUR);
}

/** Yesterday always has something to look back on, whatever day of the week it was. */
export async function fillYesterday(life: Life, yesterday: string): Promise<void> {
  const weekday = new Date(`${yesterday}T00:00:00Z`).getUTCDay();
  const [cleaning] = WEEK[life.community];
  if (cleaning && !WEEK[life.community].some((one) => one.weekday === weekday && one.everyWeeks === 1))
    await gather(life, { ...cleaning, title: '楼道大扫除', from: '17:00', to: '18:00', share: 0.12 }, yesterday);
}

/** Personas stay out of what is under way: whoever tries the demo shall check in themself. */
async function meet(
  life: Life,
  gathering: Gathering,
  startsAtMs: number,
  endsAtMs: number,
  count: number,
): Promise<void> {
  const activityId = await announce(life, gathering, startsAtMs, endsAtMs);
  const atMs = Math.min(startsAtMs + TEN_MINUTES, life.stage.outsideNowMs());
  await checkIn(life, activityId, visitors(life.random, life, count), atMs);
}

function visitors(random: SeededRandom, { neighbours, town }: Life, count: number): string[] {
  const spared = new Set(town.cast.idOf.values());
  return random.some(
    [...neighbours.keen, ...neighbours.sometimes].filter((id) => !spared.has(id)),
    count,
  );
}

/** What comes in seven days from a date, where nothing is announced yet; the head of a household signs up for some. */
export async function announceWeek(life: Life, from: string): Promise<void> {
  const { stage, town, community } = life;
  const unitId = town.unitId(community);
  const ask = { unitId, fromDate: from, days: 7 };
  const { activities } = await stage.act(town.identityOf('city'), list, ask);
  const taken = new Set(activities.map(({ startsAtMs }) => businessDate(startsAtMs)));
  for (const date of Array.from({ length: 7 }, (_, i) => addDays(from, i)).filter((one) => !taken.has(one))) {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    for (const gathering of WEEK[community].filter((one) => one.weekday === weekday)) {
      const activityId = await announce(life, gathering, at(date, gathering.from), at(date, gathering.to));
      if (gathering.capacity && community === 'liuhe')
        await stage.act(town.identityOf('householdHead'), signUp, { activityId });
    }
  }
}
