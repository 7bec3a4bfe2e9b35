import { runOn, type Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { Checkpoint } from '../rules';
import { leafHash, NODE_BYTES, type PathStep, siblingsOf } from '../rules/merkle';

type Day = Pick<Checkpoint, 'unitId' | 'day'>;

export async function insertTree(db: Db, { unitId, day }: Day, nodes: Buffer): Promise<void> {
  await db.insertInto('checkpoint_tree').values({ unit_id: unitId, day, nodes }).execute();
}

/** Null for a day that was signed before trees were kept. */
export async function treeOf(db: Db, { unitId, day }: Day): Promise<Buffer | null> {
  const tree = db.selectFrom('checkpoint_tree').select('nodes').where('unit_id', '=', unitId).where('day', '=', day);
  return (await tree.executeTakeFirst())?.nodes ?? null;
}

const FIND_LEAF: Statement = {
  name: 'ledger-find-leaf',
  text: `select position($4::bytea in substr(nodes, 1, $3)) as found from checkpoint_tree where unit_id = $1 and day = $2`,
};
const NODES: Statement = {
  name: 'ledger-tree-nodes',
  text: `select asked.side, substr(tree.nodes, asked.start, ${NODE_BYTES}) as hash from checkpoint_tree as tree
         cross join unnest($3::text[], $4::int[]) with ordinality as asked (side, start, place)
         where tree.unit_id = $1 and tree.day = $2 order by asked.place`,
};

/**
 * From an entry's leaf up to the root, by the tree that was kept; null where there is none, or where it lacks the leaf. The
 * database looks for the leaf, so that a day of 20,000 entries does not travel for the sake of some sixteen hashes.
 */
export async function keptPath(
  db: Db,
  { unitId, day, leafCount }: Day & Pick<Checkpoint, 'leafCount'>,
  entryHash: Buffer,
): Promise<readonly PathStep[] | null> {
  const run = runOn(db);
  const [leaf] = await run<{ found: number }>(FIND_LEAF, [unitId, day, leafCount * NODE_BYTES, leafHash(entryHash)]);
  if (!leaf || leaf.found === 0) return null;
  const steps = siblingsOf(leafCount, (leaf.found - 1) / NODE_BYTES);
  const starts = steps.map(({ node }) => node * NODE_BYTES + 1);
  return run<PathStep>(NODES, [unitId, day, steps.map(({ side }) => side), starts]);
}
