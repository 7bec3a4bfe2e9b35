/** The figures of reliability.md in one place: what every change runs, and with SOAK=1 what a release runs. */
const isSoak = process.env.SOAK === '1';
const figure = (everyChange: number, soak: number) => (isSoak ? soak : everyChange);

/** Random histories, each of 40 steps. `HISTORIES` asks for another number. */
export const HISTORIES = Number(process.env.HISTORIES) || figure(300, 20_000);
/** Times that the Node process, and that PostgreSQL, is killed under load. */
export const KILLS = figure(20, 200);
export const TAMPERINGS = figure(100, 1_000);
/** Times that every statement of every command is broken, in each way. */
export const FAULT_ROUNDS = figure(1, 10);
/** Times that every write goes over a wire with each fault. */
export const NETWORK_ROUNDS = figure(5, 500);
/** Inputs given to each action. `FUZZ` asks for another number. */
export const FUZZED_INPUTS = Number(process.env.FUZZ) || figure(2_000, 50_000);
