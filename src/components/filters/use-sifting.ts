import { useState } from 'react';
import { useRested } from '../form/use-rested';
import type { InForce } from './in-force';

/** A list that the server sifts: which filters are in force, what is typed, and what of it is looked for. */
export function useSifting(begun: InForce = {}) {
  const [inForce, sift] = useState(begun);
  const [typed, type] = useState('');
  return { inForce, sift, typed, type, query: useRested(typed).trim() };
}
