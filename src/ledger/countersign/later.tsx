import { later } from '../../components/later';

/** For those who sign; others only look at what was signed. */
export const OwnKey = later(async () => ({ Part: (await import('./own-key')).OwnKey }));
