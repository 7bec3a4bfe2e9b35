/** Whether what is heard of one is heard of another one of the list too: then a further word has to tell them apart. */
export function alikeAmong<One>(all: readonly One[], heard: (one: One) => string): (one: One) => boolean {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(heard(one), (counts.get(heard(one)) ?? 0) + 1);
  return (one) => (counts.get(heard(one)) ?? 0) > 1;
}
