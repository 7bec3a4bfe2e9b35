/** Milliseconds since 1970, UTC. Tests set it; nothing else reads the system's time. */
export type Clock = () => number;
export const systemClock: Clock = () => Date.now();
