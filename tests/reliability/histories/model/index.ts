import { Activities } from './activities';
import { Awards } from './awards';
import { Corrections } from './corrections';
import { Homes } from './homes';
import { Town } from './town';
import { Vouchers } from './vouchers';

export interface Model {
  readonly town: Town;
  readonly awards: Awards;
  readonly activities: Activities;
  readonly vouchers: Vouchers;
  readonly corrections: Corrections;
  readonly homes: Homes;
}

export function newModel(nowMs: number): Model {
  const town = new Town(nowMs);
  const awards = new Awards(town);
  return {
    town,
    awards,
    activities: new Activities(town, awards),
    vouchers: new Vouchers(town),
    corrections: new Corrections(town),
    homes: new Homes(town),
  };
}
