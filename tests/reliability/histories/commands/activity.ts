import fc from 'fast-check';
import { judgeDigits, liveCode, liveDigits, STEP_MS, stepAt } from '../../../../cloudfunctions/activity/rules';
import { isAstray, keyOfVersion } from '../../../../cloudfunctions/activity/services/code-key';
import { CAPACITY, type Name } from '../cast';
import type { Code } from '../model/activities';
import { codeOf, dataOf, type Stage } from '../stage';
import { outcomeOf } from './award';
import { caller, command, ifBound, nth, person, placeOf, recent, worker } from './command';

const HOUR_MS = 3_600_000;

interface Thanks {
  readonly points: number;
  readonly neighbours: number;
  readonly balance: unknown;
  readonly householdLifetime: number;
  readonly along: readonly { readonly outcome: Parameters<typeof outcomeOf>[0] }[];
}

function codeFor(stage: Stage, at: number, code: Code): string {
  const { shortId, key } = nth(stage.activities, at);
  const drawn = (ms: number) => liveCode(key, shortId, stepAt(stage.theatre.nowMs + ms));
  if (code === 'digits') return liveDigits(key, shortId, stepAt(stage.theatre.nowMs));
  if (code === 'wrongDigits') return wrongDigits(stage);
  if (code === 'poster') return shortId;
  if (code === 'forged') return drawn(0).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  return drawn({ live: 0, old: -3, early: 3 }[code] * STEP_MS);
}

const hits = (stage: Stage, digits: string) =>
  stage.activities.filter(
    ({ key, shortId }) => judgeDigits({ good: [key], former: [] }, shortId, digits, stage.theatre.nowMs) !== 'forged',
  ).length;
/** As a device with a wrong clock would show them, at any activity but this one. */
const isAstrayAnywhere = ({ theatre, activities }: Stage, digits: string, except?: Stage['activities'][number]) =>
  activities.some(
    (one) => one !== except && isAstray(theatre.world, { ...one, renewedAtMs: [] }, digits, theatre.nowMs),
  );

/** Six digits that none of the activities shows, at whatever time its device thinks it is. */
function wrongDigits(stage: Stage): string {
  for (let n = 0; ; n++) {
    const digits = String(n).padStart(6, '0');
    if (hits(stage, digits) === 0 && !isAstrayAnywhere(stage, digits)) return digits;
  }
}

/** Also those who announced it, whom a colleague has to check in. */
const checkingIn = fc.oneof({ weight: 6, arbitrary: caller }, { weight: 1, arbitrary: worker });
const announced = { isPossible: ({ activities }: Stage) => activities.length > 0 };
const code = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom<Code>('live', 'live', 'digits') },
  { weight: 3, arbitrary: fc.constantFrom<Code>('old', 'early', 'forged', 'wrongDigits', 'poster') },
);

const announcing = command({
  name: 'activity.create',
  weight: 3,
  step: fc.record({
    by: worker,
    item: fc.constantFrom('tidy', 'talk', 'help'),
    inHours: fc.integer({ min: -6, max: 2 }),
    hours: fc.integer({ min: 6, max: 24 }),
  }),
  take: async (stage, { by, item, inHours, hours }) => {
    const startsAtMs = stage.theatre.nowMs + inHours * HOUR_MS;
    const what = { unitId: stage.built.unitId, itemId: stage.built.itemIds[item], title: '清洁日', place: '广场' };
    const when = { startsAtMs, endsAtMs: startsAtMs + hours * HOUR_MS, signUp: 'open', capacity: CAPACITY };
    const answer = await stage.write(by, 'activity.create', { ...what, ...when });
    const made = dataOf<{ activityId: string; shortId: string }>(answer);
    if (made) stage.activities.push({ ...made, key: keyOfVersion(stage.theatre.world, made.activityId, 1) });
    return codeOf(answer);
  },
  foresee: ({ town, activities }, { by, item, inHours, hours }) => {
    const startsAtMs = town.nowMs + inHours * HOUR_MS;
    return activities.announce(by, item, startsAtMs, startsAtMs + hours * HOUR_MS);
  },
});
export const announce = announcing.arbitrary;

export const activityCommands = [
  announcing,
  command({
    name: 'activity.cancel',
    weight: 1,
    ...announced,
    step: fc.record({ by: worker, at: recent }),
    take: async (stage, { by, at }) =>
      codeOf(await stage.write(by, 'activity.cancel', { activityId: nth(stage.activities, at).activityId })),
    foresee: ({ activities }, { by, at }) => activities.cancel(by, placeOf(activities.count, at)),
  }),
  command({
    name: 'activity.signUp',
    weight: 3,
    ...announced,
    step: fc.record({
      by: caller,
      who: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: person }),
      at: recent,
      coming: fc.integer({ min: 0, max: 3 }),
    }),
    take: async (stage, { by, who, at, coming }) => {
      const { activityId } = nth(stage.activities, at);
      const input = { activityId, residentId: stage.idOf(who ?? by), coming: coming > 0 };
      const answer = await stage.write(by, 'activity.signUp', input);
      return dataOf(answer) ?? codeOf(answer);
    },
    foresee: (model, { by, who, at, coming }) =>
      ifBound(model, by, () => model.activities.signUp(by, placeOf(model.activities.count, at), who ?? by, coming > 0)),
  }),
  command({
    name: 'activity.checkIn',
    weight: 8,
    step: fc.record({
      by: checkingIn,
      at: recent,
      code,
      along: fc.oneof(fc.constant<Name[]>([]), fc.constant<Name[]>(['boy']), fc.array(person, { maxLength: 2 })),
    }),
    // one in a million: six digits that two activities show; one in three hundred: that a wrong clock would show at another
    isPossible: (stage, { at, code }) => {
      if (code !== 'digits' || stage.activities.length === 0) return stage.activities.length > 0;
      const digits = codeFor(stage, at, code);
      return hits(stage, digits) === 1 && !isAstrayAnywhere(stage, digits, nth(stage.activities, at));
    },
    take: async (stage, { by, at, code, along }) => {
      const input = { code: codeFor(stage, at, code), alongIds: along.map(stage.idOf) };
      const answer = await stage.write(by, 'activity.checkIn', input);
      const thanks = dataOf<Thanks>(answer);
      if (!thanks) return refusalOf(answer);
      const { points, neighbours, balance, householdLifetime } = thanks;
      return {
        points,
        neighbours,
        along: thanks.along.map((one) => outcomeOf(one.outcome)),
        balance,
        householdLifetime,
      };
    },
    foresee: (model, { by, at, code, along }) =>
      ifBound(model, by, () => model.activities.checkIn(by, placeOf(model.activities.count, at), code, along)),
  }),
  command({
    name: 'activity.checkInResident',
    weight: 5,
    ...announced,
    step: fc.record({
      by: worker,
      at: recent,
      names: fc.array(person, { minLength: 1, maxLength: 4 }),
      how: fc.constantFrom('card', 'personalCode', 'name'),
    }),
    take: async (stage, { by, at, names, how }) => {
      const { activityId } = nth(stage.activities, at);
      const input = { activityId, residentIds: names.map(stage.idOf), how };
      const answer = await stage.write(by, 'activity.checkInResident', input);
      const listed = dataOf<{ results: Parameters<typeof outcomesOf>[0] }>(answer);
      return listed ? outcomesOf(listed.results) : codeOf(answer);
    },
    foresee: ({ activities }, { by, at, names, how }) =>
      activities.checkInResident(by, placeOf(activities.count, at), names, how),
  }),
];

const outcomesOf = (results: readonly { outcome: Parameters<typeof outcomeOf>[0] }[]) =>
  results.map(({ outcome }) => outcomeOf(outcome));

/** With the cap that was reached. */
function refusalOf(answer: Parameters<typeof codeOf>[0]): string {
  const cap = answer.ok ? null : answer.detail.cap;
  return [codeOf(answer), cap].filter(Boolean).join(' ');
}
