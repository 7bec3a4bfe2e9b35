import { later } from '../../components/later';

/** Beside a list, or amid a household: their forms come when somebody is edited. */
export const PersonDesk = later(async () => ({ Part: (await import('./person-desk')).PersonDesk }));
export const TakeIn = later(async () => ({ Part: (await import('./take-in')).TakeIn }));
