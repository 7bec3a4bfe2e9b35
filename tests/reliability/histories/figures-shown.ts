import type { OutputOf } from '../../../cloudfunctions/kit/action';
import type { community, participation } from '../../../cloudfunctions/oversight/contract';
import { addMonths, businessDate } from '../../../cloudfunctions/values/dates';
import { HOME_NAMES, HOMES, type Holder, homeOf, isHome, membersOf, NAMES } from './cast';
import type { Stage } from './stage';

/** A credit as it stands in the ledger, whatever else the database says of it. */
interface Credit {
  readonly holder: Holder;
  readonly month: string;
  readonly category: string;
  readonly points: number;
}
const HOLDERS: readonly Holder[] = [...NAMES, ...HOME_NAMES];
const HERE = HOME_NAMES.filter((home) => HOMES[home].grid !== null);
const MONTHS = 3;

/** Entries alone, and what an item's version is called: none of the views that oversight reads. */
const CREDITS = `select entry.account_id as id, to_char(entry.deed_date, 'YYYY-MM') as month, item.category, entry.points
  from ledger_entry as entry
  join point_item_version as item on item.item_id = entry.item_id and item.version = entry.item_version
  where entry.account_id = any ($1::uuid[]) and entry.kind = 'credit'
    and entry.seq not in (select corrects_seq from ledger_entry as later
      where later.account_id = entry.account_id and corrects_seq is not null)`;

async function creditsOf(stage: Stage): Promise<Credit[]> {
  const holderOf = new Map(HOLDERS.map((holder) => [stage.idOf(holder), holder]));
  const { rows } = await stage.theatre.database.ownerPool.query<Omit<Credit, 'holder'> & { id: string }>(CREDITS, [
    [...holderOf.keys()],
  ]);
  return rows
    .map(({ id, ...credit }) => ({ ...credit, holder: holderOf.get(id) as Holder }))
    .filter(({ holder }) => HERE.includes(homeOf(holder)));
}

function figuresOf(credits: readonly Credit[], month: string) {
  const done = credits.filter((credit) => credit.month === month);
  const count = (names: readonly string[]) => new Set(names).size;
  return {
    month,
    households: { withPoints: count(done.map(({ holder }) => homeOf(holder))), onRoster: HERE.length },
    people: {
      withPoints: count(done.map(({ holder }) => holder).filter((holder) => !isHome(holder))),
      onRoster: HERE.flatMap(membersOf).length,
    },
    personTimes: done.length,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function categoriesOf(credits: readonly Credit[], month: string) {
  const done = credits.filter((credit) => credit.month === month);
  return [...new Set(done.map(({ category }) => category))].sort().map((category) => {
    const those = done.filter((credit) => credit.category === category);
    return { category, personTimes: those.length, points: sum(those.map(({ points }) => points)) };
  });
}

/**
 * reliability.md, test 21: what oversight tells of a history's community is what its entries add up to, month by month and
 * category by category, and who has no points yet is whoever else is on the roster. Tells what differs.
 */
export async function figuresUnlikeEntries(stage: Stage): Promise<readonly string[]> {
  const { desk, supervisor, nowMs } = stage.theatre;
  const ask = { unitId: stage.built.unitId };
  const must = <T>(name: string, input: object) => desk.must<T>(supervisor.identity, name, input);
  const credits = await creditsOf(stage);
  const told = await must<OutputOf<typeof participation>>('oversight.participation', { ...ask, months: MONTHS });
  const present = businessDate(nowMs).slice(0, 7);
  const months = Array.from({ length: MONTHS }, (_, i) => addMonths(present, i + 1 - MONTHS));
  const monthsBack = credits.length % MONTHS;
  const { counted, categories, withoutPoints } = await must<OutputOf<typeof community>>('oversight.community', {
    ...{ ...ask, monthsBack },
  });
  const shown = (of: readonly (typeof counted)[]) => of.map(({ until: _, ...figures }) => figures);
  const month = addMonths(present, -monthsBack);
  const { households } = figuresOf(credits, month);
  const pairs: Readonly<Record<string, readonly [unknown, unknown]>> = {
    'its months': [shown(told.units[0]?.months ?? []), months.map((one) => figuresOf(credits, one))],
    'the sum of all': [shown(told.months), months.map((one) => figuresOf(credits, one))],
    'the month by itself': [shown([counted]), [figuresOf(credits, month)]],
    'its categories': [
      [...categories].sort((a, b) => (a.category < b.category ? -1 : 1)),
      categoriesOf(credits, month),
    ],
    'who has none yet': [sum(withoutPoints.map((one) => one.households)), households.onRoster - households.withPoints],
  };
  return Object.entries(pairs).flatMap(([what, [is, shouldBe]]) =>
    JSON.stringify(is) === JSON.stringify(shouldBe)
      ? []
      : [`${what}: ${JSON.stringify(is)} for ${JSON.stringify(shouldBe)}`],
  );
}
