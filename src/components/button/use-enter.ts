import { useEffect, useRef } from 'react';

const WEB = process.env.TARO_ENV === 'h5';
/** What makes something of Enter by itself. */
const OWN = 'textarea, button, a, [role="button"], [role="link"]';

/**
 * At a desk the Enter key does what the primary button does, wherever nothing else takes it; with `within`, a selector, also
 * from the fields and choices in there.
 */
export function useEnter(act: () => void, within?: string): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!WEB) return;
    const isMeant = (target: EventTarget | null) =>
      target === document.body ||
      (within !== undefined && target instanceof Element && target.closest(within) !== null && !target.closest(OWN));
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.repeat && !event.isComposing && isMeant(event.target)) latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [within]);
}
