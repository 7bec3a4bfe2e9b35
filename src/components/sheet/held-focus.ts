import Taro from '@tarojs/taro';
import { useEffect, useId, useRef } from 'react';

const FOCUSABLE = 'a[href], input, textarea, select, button, [tabindex="0"]';

/** Tab and Shift+Tab go round inside the dialog; Escape closes it. */
function holdKeys(box: HTMLElement, close: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key === 'Escape') return close();
    if (event.key !== 'Tab') return;
    const stops = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const first = stops[0];
    const last = stops.at(-1);
    const leaving = event.shiftKey ? document.activeElement === first : document.activeElement === last;
    if (!leaving || !first || !last) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  };
}

function holdOnWeb(id: string, kind: 'dialog' | 'section', close: () => void): (() => void) | undefined {
  const box = document.getElementById(id);
  if (!box) return undefined;
  const before = document.activeElement as HTMLElement | null;
  box.setAttribute('tabindex', '-1');
  box.scrollIntoView?.({ block: 'nearest' });
  box.focus({ preventScroll: true });
  const onKey = holdKeys(box, close);
  if (kind === 'dialog') box.addEventListener('keydown', onKey);
  return () => {
    box.removeEventListener('keydown', onKey);
    before?.focus?.();
  };
}

/** Gives the id to put on the box; while open, focus is brought into it and, for a dialog, kept there. */
export function useHeldFocus(open: boolean, kind: 'dialog' | 'section', close: () => void): string {
  const id = `sheet-${useId().replaceAll(':', '')}`;
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!open) return undefined;
    if (process.env.TARO_ENV === 'h5') return holdOnWeb(id, kind, () => latest.current());
    if (kind === 'section') void Taro.pageScrollTo({ selector: `#${id}`, duration: 240 });
    return undefined;
  }, [open, id, kind]);
  return id;
}
