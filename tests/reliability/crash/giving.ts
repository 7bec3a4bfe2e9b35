import type { World } from '../../../cloudfunctions/kit/world';
import { insertNeighbourhood, registerHome, type Somebody } from '../../household/neighbourhood';
import { insertItem } from '../../support/rows';

/** Who gives points for what to whom while something is killed. */
export interface Giving {
  readonly staff: Somebody;
  readonly itemId: string;
  readonly residentIds: readonly string[];
}

export async function setGiving(world: World): Promise<Giving> {
  const hood = await insertNeighbourhood(world);
  const itemId = await insertItem(world.database.db, { units: hood.here, draftedBy: hood.staff.residentId });
  const settled = await Promise.all(
    Array.from({ length: 8 }, (_, i) => registerHome(world, hood.here, { name: `居民${i}` })),
  );
  return { staff: hood.staff, itemId, residentIds: settled.map(({ memberIds }) => memberIds[0] as string) };
}

/** The `count`th gift: everybody in turn. */
export const giftOf = ({ itemId, residentIds }: Omit<Giving, 'staff'>, count: number) => ({
  itemId,
  holders: [{ kind: 'resident', id: residentIds[count % residentIds.length] }],
});
