import type { output } from 'zod';
import type { Item } from '../contract';

export type ItemState = output<typeof Item>['state'];
export type HolderKind = output<typeof Item>['holderKind'];
export type Caps = output<typeof Item>['caps'];

export const NO_CAPS: Caps = {
  personDay: null,
  personMonth: null,
  personYear: null,
  householdDay: null,
  householdMonth: null,
  householdYear: null,
};
