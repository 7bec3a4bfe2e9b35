import { useEffect, useRef } from 'react';

const WEB = process.env.TARO_ENV === 'h5';

/** At a desk the Enter key does what the primary button does, wherever nothing else takes it. */
export function useEnter(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!WEB) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.repeat && event.target === document.body) latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
