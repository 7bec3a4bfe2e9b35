/** Milliseconds since 1970, as this device shows them; the only place in the app that asks. What counts is decided by the server's. */
export const clock = (): number => Date.now();
