import { insertWords, type SealedWords, wordsOf } from '../../household';
import { allOf } from '../../kit/pipeline';
import type { Run } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { type Deed, deedKey, type Evidence, evidenceOf, insertEvidence } from '../store/evidence';

export interface ToldEvidence extends Omit<Evidence, 'wordsId'> {
  readonly sealed: SealedWords;
}

/** Each time a deed is sent, with other people, its words are told again, about them. */
export async function keepEvidence(run: Run, rows: readonly ToldEvidence[]): Promise<void> {
  await allOf([
    insertWords(
      run,
      rows.map(({ sealed }) => sealed),
    ),
    insertEvidence(
      run,
      rows.map(({ sealed, ...row }) => ({ ...row, wordsId: sealed.row.subjectId })),
    ),
  ]);
}

/** What was told of each deed first, of what is not erased; null where nothing was told, empty where all of it was erased. */
export async function readEvidence(
  world: World,
  db: Db,
  deeds: readonly Deed[],
): Promise<(deed: Deed) => string | null> {
  const ids = await evidenceOf(db, deeds);
  const wordsFor = await wordsOf(world, db, [...ids.values()].flat());
  return (deed) => {
    const told = ids.get(deedKey(deed))?.map((id) => wordsFor(id) ?? '');
    return told ? (told.find((words) => words !== '') ?? '') : null;
  };
}
