/** A code that was out of sight for so long is shown anew. */
const OUT_OF_SIGHT_MS = 3_000;

/**
 * What a camera looks at, picture by picture: gives a code's text when it comes into view, and nothing while it is held
 * there, so that a refused code is not sent again and again. A new one waits while the one before is asked about (`busy`).
 */
export function createGlance() {
  let held: { readonly text: string; readonly atMs: number } | undefined;
  return (text: string | null, nowMs: number, busy = false): string | undefined => {
    if (!text) return undefined;
    const isHeld = held?.text === text && nowMs - held.atMs < OUT_OF_SIGHT_MS;
    if (busy && !isHeld) return undefined;
    held = { text, atMs: nowMs };
    return isHeld ? undefined : text;
  };
}
