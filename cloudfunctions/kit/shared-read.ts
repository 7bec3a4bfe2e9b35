import type { Database } from '../database/connect';
import { Batcher } from './batcher';
import { allOf, BEGIN, PLANS_BY_KEY, withPipeline } from './pipeline';
import type { Run } from './statement';
import { isDatabaseLost } from './transaction';

/** A read by keys that callers of the same moment share: one statement for the keys of all of them. */
export interface SharedRead<Key, Found> {
  readonly keyOf: (key: Key) => string;
  /** By `keyOf`; of what is not there, nothing. */
  readonly read: (run: Run, keys: readonly Key[]) => Promise<ReadonlyMap<string, Found>>;
}

type AnyRead = SharedRead<never, unknown>;
interface Asked {
  readonly what: AnyRead;
  readonly keys: readonly unknown[];
}
type Answer = ReadonlyMap<string, unknown>;

/** So many askers share one flight at the most; those behind them take the next. */
const BATCH_LIMIT = 512;
const batchers = new WeakMap<Database, Batcher<Asked, Answer>>();

/**
 * What stands under these keys now. All that is asked in the same turn, by one caller or by many, whatever it is, goes to
 * the database in one flight: a statement for each kind of read. Nothing is kept: who asks later reads again.
 * Not from inside a transaction: the flight takes a second connection, which a full pool would never have for it.
 */
export async function readTogether<Key, Found>(
  database: Database,
  what: SharedRead<Key, Found>,
  keys: readonly Key[],
): Promise<ReadonlyMap<string, Found>> {
  if (keys.length === 0) return new Map();
  return (await batcherOf(database).add({ what: what as unknown as AnyRead, keys })) as ReadonlyMap<string, Found>;
}

/** The same for one key; null when nothing is there. */
export async function readShared<Key, Found>(
  database: Database,
  what: SharedRead<Key, Found>,
  key: Key,
): Promise<Found | null> {
  return (await readTogether(database, what, [key])).get(what.keyOf(key)) ?? null;
}

function batcherOf(database: Database): Batcher<Asked, Answer> {
  const batcher =
    batchers.get(database) ??
    new Batcher((asked) => runTogether(database, asked), BATCH_LIMIT, {
      isShared: isDatabaseLost,
      gather: () => Promise.resolve(),
    });
  batchers.set(database, batcher);
  return batcher;
}

async function runTogether(database: Database, asked: readonly Asked[]): Promise<Answer[]> {
  const kinds = groupByKind(asked);
  return withPipeline(database.pool, async ({ run, commit }) => {
    const begun = [run(BEGIN, []), run(PLANS_BY_KEY, [])];
    const reads = [...kinds].map(([what, keys]) => what.read(run, [...keys.values()] as never[]));
    const [found] = await allOf([allOf(reads), allOf(begun), commit()]);
    const answers = new Map([...kinds.keys()].map((what, i) => [what, found[i] as Answer]));
    return asked.map(({ what, keys }) => ownOf(what, keys, answers.get(what) as Answer));
  });
}

/** What somebody else asked for in the same flight is not theirs to see. */
function ownOf(what: AnyRead, keys: readonly unknown[], all: Answer): Answer {
  const own = new Map<string, unknown>();
  for (const key of keys) {
    const name = what.keyOf(key as never);
    if (all.has(name)) own.set(name, all.get(name));
  }
  return own;
}

/** Each key once, however many ask for it. */
function groupByKind(asked: readonly Asked[]): Map<AnyRead, Map<string, unknown>> {
  const kinds = new Map<AnyRead, Map<string, unknown>>();
  for (const { what, keys } of asked) {
    const known = kinds.get(what) ?? new Map<string, unknown>();
    kinds.set(what, known);
    for (const key of keys) known.set(what.keyOf(key as never), key);
  }
  return kinds;
}
