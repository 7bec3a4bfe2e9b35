import { isShown, settleFocus } from './components/dialog/settle-focus';

/** The heading of what is shown now: the step's own, or else the page's. */
function headingShown(): HTMLElement | undefined {
  const headings = [...document.querySelectorAll<HTMLElement>('[role="heading"][aria-level="1"]')].filter(isShown);
  return headings.find((one) => one.closest('.screen-main')) ?? headings[0];
}

/**
 * When what had the focus is gone with its step or its page, the keyboard and the reader go on at the new heading, not at the
 * top of the document. Who has not used the focus yet, or has let it go by a tap, is left alone.
 */
function keepFocusFound(): void {
  let last: Element | undefined;
  let isAsked = false;
  let leave = () => {};
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) last = target;
  });
  const look = () => {
    isAsked = false;
    if (!last || isShown(last)) return;
    const gone = last;
    leave();
    leave = settleFocus(() => {
      const now = document.activeElement;
      const isLost = now === null || now === document.body || now === gone || now.closest('[role="heading"]') === now;
      return isLost ? headingShown() : null;
    });
  };
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(look);
  };
  const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'style'] };
  new MutationObserver(ask).observe(document.body, watched);
}

if (process.env.TARO_ENV === 'h5') keepFocusFound();
