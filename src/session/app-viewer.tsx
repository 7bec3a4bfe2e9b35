import { useEffect } from 'react';
import { learnWho } from '.';

/** Whichever page a link opens first: its frame knows who sits here, what they may use, and whether all of it is a demo. */
export function AppViewer() {
  useEffect(() => void learnWho(), []);
  return null;
}
