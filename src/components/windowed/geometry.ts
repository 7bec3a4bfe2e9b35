/** Consecutive parts of a list: from the first that is drawn to the one after the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How far beyond the screen parts are drawn, and from where on more of them are: less, so that there is time to do it. */
const KEEP_PX = 700;
export const NEAR_PX = 350;

const sumOf = (heights: readonly number[]) => heights.reduce((sum, height) => sum + height, 0);

/** What stands in for the parts above and below. */
export const roomOf = (heights: readonly number[], { from, to }: Span) => ({
  above: sumOf(heights.slice(0, from)),
  below: sumOf(heights.slice(to)),
});

/** The list may have become shorter since: then its end is drawn. */
export function within({ from, to }: Span, count: number): Span {
  const last = Math.min(Math.max(to, 1), count);
  return { from: Math.max(0, Math.min(from, last - 1)), to: last };
}

/** Which parts are on the screen or near it, when part `at` begins so far below the screen's upper edge. */
export function spanInSight(heights: readonly number[], at: number, topPx: number, screenPx: number): Span {
  let top = topPx - sumOf(heights.slice(0, at));
  let from = heights.length;
  let to = 0;
  heights.forEach((height, i) => {
    if (top < screenPx + KEEP_PX && top + height > -KEEP_PX) {
      from = Math.min(from, i);
      to = i + 1;
    }
    top += height;
  });
  if (from < to) return { from, to };
  // all of it is far away: the end that is nearer
  const isBelow = top - sumOf(heights) > 0;
  return isBelow ? { from: 0, to: 1 } : { from: heights.length - 1, to: heights.length };
}
