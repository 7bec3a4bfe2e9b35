import { insertWords, linkWords, type SealedWords, wordsOf } from '../../household';
import type { Run } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { type Deed, deedKey, type Evidence, evidenceOf, insertEvidence } from '../store/evidence';

export interface ToldEvidence extends Omit<Evidence, 'wordsId'> {
  readonly sealed: SealedWords;
}

/** What was told first stands: a deed sent again with other people is the same deed, and its words are about them too. */
export async function keepEvidence(run: Run, rows: readonly ToldEvidence[]): Promise<void> {
  const evidence = rows.map(({ sealed, ...row }) => ({ ...row, wordsId: sealed.row.subjectId }));
  const standing = await insertEvidence(run, evidence);
  const isNew = (row: ToldEvidence) => standing.get(deedKey(row)) === row.sealed.row.subjectId;
  await insertWords(
    run,
    rows.filter(isNew).map(({ sealed }) => sealed),
  );
  const more = rows.filter((row) => !isNew(row));
  await linkWords(
    run,
    more.flatMap((row) => ({ wordsId: standing.get(deedKey(row)) ?? '', aboutIds: row.sealed.aboutIds })),
  );
}

/** What was told of each deed; null where nothing was, empty where it was erased. */
export async function readEvidence(
  world: World,
  db: Db,
  deeds: readonly Deed[],
): Promise<(deed: Deed) => string | null> {
  const ids = await evidenceOf(db, deeds);
  const wordsFor = await wordsOf(world, db, [...ids.values()]);
  return (deed) => wordsFor(ids.get(deedKey(deed)) ?? null);
}
