import Taro from '@tarojs/taro';
import { useEffect, useId, useRef } from 'react';
import { isShown, settleFocus } from './settle-focus';

const FOCUSABLE = ['a[href]', 'input', 'textarea', 'select', 'button', '[tabindex="0"]']
  .map((one) => `${one}:not([tabindex="-1"], :disabled)`)
  .join(',');

/** The dialogs that are open, the uppermost last. Those of a page beneath this one are not shown. */
let dialogs: readonly HTMLElement[] = [];
const lastOf = <One>(all: readonly One[]): One | undefined => all[all.length - 1];
const isUppermost = (box: HTMLElement) => lastOf(dialogs.filter(isShown)) === box;

/** Tab and Shift+Tab go round inside the dialog, from wherever the focus is. */
function goRound(box: HTMLElement, event: KeyboardEvent): void {
  const stops = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isShown);
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const isInside = at >= 0 || (box.contains(document.activeElement) && document.activeElement !== box);
  const atEnd = event.shiftKey ? at === 0 : at === stops.length - 1;
  if (isInside && !atEnd) return;
  event.preventDefault();
  (event.shiftKey ? lastOf(stops) : stops[0])?.focus();
}

/** Keys go to the uppermost dialog, whatever has the focus: Escape closes it, Tab stays inside. */
function holdKeys(box: HTMLElement, close: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented || !isUppermost(box)) return;
    if (event.key === 'Tab') goRound(box, event);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  dialogs = [...dialogs, box];
  document.addEventListener('keydown', onKey);
  return () => {
    dialogs = dialogs.filter((one) => one !== box);
    document.removeEventListener('keydown', onKey);
  };
}

function holdOnWeb(id: string, kind: 'dialog' | 'section', close: () => void): (() => void) | undefined {
  const box = document.getElementById(id);
  if (!box) return undefined;
  const opener = document.activeElement as HTMLElement | null;
  box.scrollIntoView?.({ block: 'nearest' });
  const letKeysGo = kind === 'dialog' ? holdKeys(box, close) : undefined;
  const leave = settleFocus(() => (kind === 'section' || isUppermost(box) ? box : null));
  return () => {
    leave();
    letKeysGo?.();
    opener?.focus?.();
  };
}

/** Gives the id to put on the box; while open, focus is brought into it and, for a dialog, kept there. */
export function useHeldFocus(open: boolean, kind: 'dialog' | 'section', close: () => void): string {
  const id = `dialog-${useId().replace(/:/g, '')}`;
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
