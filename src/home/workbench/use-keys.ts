import { useEffect, useRef } from 'react';
import { isShown } from '../../components/dialog/settle-focus';
import type { Way } from './keys';

const WRITING = 'input, textarea, select, [role="dialog"]';
/** So long a letter may follow G. */
const LETTER_WITHIN_MS = 2_000;

export interface Keys {
  readonly ways: readonly Way[];
  readonly go: (way: Way) => void;
  readonly award: () => void;
  readonly search: () => unknown;
  readonly help: () => void;
}

/** While something is written, or another page or a dialog lies in front, keys are not the workbench's. */
function isMeant(
  { defaultPrevented, altKey, ctrlKey, metaKey, target }: KeyboardEvent,
  place: Element | null,
): boolean {
  if (defaultPrevented || altKey || ctrlKey || metaKey || !place || !isShown(place)) return false;
  return !(target instanceof Element && target.closest(WRITING)) && !document.querySelector('[role="dialog"]');
}

/** The keys of the workbench at a desk; `id` is that of what has to lie in front. Only on the web. */
export function useKeys(id: string, keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return;
    let goUntil = 0;
    const deedOf = (key: string, afterG: boolean): (() => unknown) | undefined => {
      const { ways, go, award, search, help } = now.current;
      const way = afterG ? ways.find(({ letter }) => letter === key) : undefined;
      if (afterG) return way && (() => go(way));
      return { '/': search, f: award, '?': help }[key];
    };
    const onKey = (event: KeyboardEvent) => {
      if (!isMeant(event, document.getElementById(id))) return;
      const key = event.key.toLowerCase();
      const afterG = event.timeStamp < goUntil;
      goUntil = !afterG && key === 'g' ? event.timeStamp + LETTER_WITHIN_MS : 0;
      const deed = deedOf(key, afterG);
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [id]);
}
