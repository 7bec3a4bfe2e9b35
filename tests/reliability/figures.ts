/** The figures of reliability.md in one place: what every change runs, and with SOAK=1 what a release runs. */
const isSoak = process.env.SOAK === '1';
const figure = (everyChange: number, soak: number) => (isSoak ? soak : everyChange);

/** Times that the Node process, and that PostgreSQL, is killed under load. */
export const KILLS = figure(20, 200);
export const TAMPERINGS = figure(100, 1_000);
/** Times that every statement of every command is broken, in each way. */
export const FAULT_ROUNDS = figure(1, 10);
/** Times that every write goes over a wire with each fault. */
export const NETWORK_ROUNDS = figure(5, 500);
/** Inputs given to each action that only reads, and to each that writes. `FUZZ` asks for another number. */
export const FUZZED_READS = Number(process.env.FUZZ) || figure(60, 50_000);
export const FUZZED_WRITES = Number(process.env.FUZZ) || figure(120, 50_000);
