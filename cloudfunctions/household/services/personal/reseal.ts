import type { WriteCall } from '../../../kit/handler';
import { replacePersonal, sealedOf } from '../../store/personal';
import { resealSubject, type Subject } from './seal';

/** Other personal data for subjects that are there, under the keys that they have; who was erased stays so. */
export async function reseal(
  { world, db, nowMs }: Pick<WriteCall, 'world' | 'db' | 'nowMs'>,
  subjects: readonly Subject[],
): Promise<void> {
  const sealed = await sealedOf(
    db,
    subjects.map((subject) => subject.subjectId),
  );
  const keys = new Map(sealed.map((row) => [row.subjectId, row.wrappedKey]));
  const rows = subjects.flatMap((subject) => {
    const key = keys.get(subject.subjectId);
    return key ? resealSubject(world, subject, key) : [];
  });
  await replacePersonal(db, rows, nowMs);
}
