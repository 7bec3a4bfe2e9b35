import type { Db } from '../../../kit/transaction';
import type { World } from '../../../kit/world';
import { COLUMNS, type PersonalData } from '../../rules/personal-data';
import { sealedNamesOf, sealedOf } from '../../store/personal';
import { unsealSubject } from './seal';

type Reader = Pick<World, 'keys' | 'random'>;

/** Full names of residents and households (a household bears its head's). Who was erased is missing. */
export async function namesOf(world: Reader, db: Db, subjectIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await sealedNamesOf(db, subjectIds);
  return new Map(rows.map((row) => [row.askedId, unsealSubject(world, row).name ?? '']));
}

/** The personal data of subjects, all of them or those of some columns. */
export async function personalDataOf(
  world: Reader,
  db: Db,
  subjectIds: readonly string[],
  ...fields: readonly (keyof PersonalData)[]
): Promise<Map<string, PersonalData>> {
  const columns = COLUMNS.filter(([field]) => fields.length === 0 || fields.includes(field)).map(
    ([, column]) => column,
  );
  const rows = await sealedOf(db, subjectIds, ...columns);
  return new Map(rows.map((row) => [row.subjectId, unsealSubject(world, row)]));
}
