import { timerFunction } from './timer';

/** The cloud function. */
export const main = timerFunction();
