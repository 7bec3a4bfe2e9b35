/** Half a second: Taro's elements on the web are put in their place a moment after they appear, and lose the focus by it. */
const FRAMES = 30;

export const isShown = (one: Element): boolean => one.isConnected && one.getClientRects().length > 0;

/**
 * Gives the focus to what `wanted` names, and looks again, frame by frame, whether it still has it; what stands in it may have
 * it, too. Ends by itself, or by what it gives back.
 */
export function settleFocus(wanted: () => HTMLElement | null | undefined): () => void {
  let left = FRAMES;
  let frame = 0;
  const look = () => {
    const place = wanted();
    if (place && !place.contains(document.activeElement)) {
      place.setAttribute('tabindex', '-1');
      place.focus({ preventScroll: true });
    }
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}
