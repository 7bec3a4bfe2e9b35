import type * as activity from '../activity/contract';
import type * as award from '../award/contract';
import type * as catalogue from '../catalogue/contract';
import type * as files from '../files/contract';
import type * as household from '../household/contract';
import type * as ledger from '../ledger/contract';
import type * as organisation from '../organisation/contract';
import type * as oversight from '../oversight/contract';
import type * as reward from '../reward/contract';

/** The contracts of every room by its name: types alone. Written by `npm run generate:rooms`. */
export interface Contracts {
  readonly files: typeof files;
  readonly organisation: typeof organisation;
  readonly household: typeof household;
  readonly catalogue: typeof catalogue;
  readonly ledger: typeof ledger;
  readonly award: typeof award;
  readonly activity: typeof activity;
  readonly reward: typeof reward;
  readonly oversight: typeof oversight;
}
