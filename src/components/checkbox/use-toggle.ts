import { useState } from 'react';

/** With this one, or without it if it was among them. */
export const toggled = <One>(all: readonly One[], one: One): readonly One[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

/** What is ticked among several; a second tap lets go. */
export function useToggle<One>(begunWith: readonly One[] = []) {
  const [ticked, set] = useState(begunWith);
  return { ticked, toggle: (one: One) => set((now) => toggled(now, one)), clear: () => set([]) };
}
