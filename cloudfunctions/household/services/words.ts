import { newId } from '../../kit/ids';
import { type Run, runOn } from '../../kit/statement';
import { type Db, inTransaction } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { insertWords, type SealedWords, takeUnsealed } from '../store/words';
import { personalDataOf } from './personal/read';
import { sealSubject } from './personal/seal';

interface Told {
  readonly words: string;
  /** The residents, or households, whom they are about. */
  readonly aboutIds: readonly string[];
  readonly atMs: number;
}

/**
 * What somebody typed about people, sealed as all that is known of them; to be kept by `keepWords` under its id. Whoever of
 * those it is about is erased takes it along, out of the backups too.
 */
export function sealWords(world: World, { words, ...told }: Told, wordsId = newId(world)): SealedWords {
  return { row: sealSubject(world, { subjectId: wordsId, kind: 'words', personal: { note: words } }), ...told };
}

/** Seals and keeps them at once; answers their id. */
export async function keepWords(world: World, run: Run, told: Told): Promise<string> {
  const sealed = sealWords(world, told);
  await insertWords(run, [sealed]);
  return sealed.row.subjectId;
}

/** The words by their ids; those of the erased are empty. */
export async function wordsOf(
  world: World,
  db: Db,
  wordsIds: readonly (string | null)[],
): Promise<(wordsId: string | null) => string | null> {
  const ids = wordsIds.flatMap((id) => id ?? []);
  const known = await personalDataOf(world, db, ids, 'note');
  return (wordsId) => wordsId && (known.get(wordsId)?.note ?? '');
}

const AT_ONCE = 500;

/** What a migration, which has no keys, had to leave unsealed. Answers how many. */
export async function sealLeftOver(world: World, nowMs: number): Promise<number> {
  for (let sealed = 0; ; ) {
    const taken = await inTransaction(world.database.db, async (trx) => {
      const found = await takeUnsealed(trx, AT_ONCE);
      const words = found.map(({ wordsId, ...told }) => sealWords(world, { ...told, atMs: nowMs }, wordsId));
      await insertWords(runOn(trx), words);
      return found.length;
    });
    sealed += taken;
    if (taken < AT_ONCE) return sealed;
  }
}
