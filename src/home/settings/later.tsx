import { later } from '../../components/later';

/** Few ask for it, and once. */
export const Erase = later(async () => ({ Part: (await import('./erase')).Erase }));
