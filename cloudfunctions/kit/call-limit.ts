/** How often one person may call one action, whichever way in they come by. As fast as one can tap stays below. */
export const CALLS_PER_MINUTE = { read: 600, write: 120 } as const;
export const CALL_WINDOW_MS = 60_000;
