/** The figures of reliability.md in one place: what every change runs, and with SOAK=1 what a release runs. */
const isSoak = process.env.SOAK === '1';
const figure = (everyChange: number, soak: number) => (isSoak ? soak : everyChange);

export const TAMPERINGS = figure(100, 1_000);
/** Times that every statement of every command is broken, in each way. */
export const FAULT_ROUNDS = figure(1, 10);
