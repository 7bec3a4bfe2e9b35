import { lockMutex } from '../../kit/attempt';
import { newId } from '../../kit/ids';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { renamedBeside, unitChangesById } from '../../organisation';
import { TITLE_MAX } from '../../values/limits';
import { changeNamed } from '../store/changes';
import { goodsWrittenIn } from '../store/goods';
import { namesOfGoods } from './changes';

interface Merged {
  readonly changeId: string;
  readonly unitId: string;
  readonly toUnitId: string;
}

/** On one shelf no two things are called alike: what came with a merged community is called after it, as its grids are. */
export async function nameApart(world: World, db: Db, { changeId, unitId, toUnitId }: Merged, nowMs: number) {
  const change = (await unitChangesById(db, [changeId])).get(changeId);
  if (!change) throw new Error(`the change of units ${changeId} is not there`);
  await lockMutex(db, namesOfGoods(toUnitId));
  const shelf = await goodsWrittenIn(db, toUnitId);
  const called = shelf.map(({ goodsId, name, writtenIn }) => ({ id: goodsId, name, writtenIn }));
  const coming = called.filter(({ writtenIn }) => writtenIn === unitId);
  const there = called.filter(({ writtenIn }) => writtenIn !== unitId).map(({ name }) => name);
  const before = new Map(called.map(({ id, name }) => [id, name]));
  for (const { id, name } of renamedBeside(coming, there, change.name, TITLE_MAX))
    await changeNamed(db, {
      ...{ changeId: newId(world), of: 'goods', id, before: before.get(id) ?? '', name, what: 'renamed' },
      ...{ because: change.because, changedBy: change.changedBy, atMs: nowMs },
    });
}
