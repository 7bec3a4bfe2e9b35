import type { Award } from './use-award';

/** All that the list holds as it is sifted, and not this page alone; those of a list that is whole whom nothing stands against. */
export async function tickAll({ browsing, all, candidates, standings, add }: Award): Promise<void> {
  if (!browsing) add(candidates.filter(({ id }) => !standings.whyOf(id)));
  else if (!all.isTooMany) add((await all.gather()) ?? []);
}
