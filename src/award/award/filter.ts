import { ADULT_AT } from '../../../cloudfunctions/values/people';
import type { DataOf, RequestFor } from '../../api';

export type Place = DataOf<'organisation.tree'>['units'][number];

/** Among whom one chooses, of the whole list. */
export interface Filter {
  readonly placeIds: readonly string[];
  readonly address: string;
  readonly age: keyof typeof AGES;
}
export const NO_FILTER: Filter = { placeIds: [], address: '', age: 'all' };

const OLD_FROM = 60;
type Only = NonNullable<RequestFor<'household.find'>['only']>;
const AGES = {
  all: {},
  old: { ageFrom: OLD_FROM },
  grown: { ageFrom: ADULT_AT, ageTo: OLD_FROM - 1 },
  young: { ageTo: ADULT_AT - 1 },
} satisfies Record<string, Only>;
export const AGE_CHOICES = [
  { key: 'all', word: '不限年龄' },
  { key: 'old', word: `${OLD_FROM} 岁以上` },
  { key: 'grown', word: `${ADULT_AT} 到 ${OLD_FROM - 1} 岁` },
  { key: 'young', word: `不满 ${ADULT_AT} 岁` },
] as const satisfies readonly { key: Filter['age']; word: string }[];

/** A grid of which groups are chosen stands for these alone. */
function placesMeant(chosen: readonly string[], places: readonly Place[]): string[] {
  const parents = places.flatMap(({ unitId, parentId }) => (chosen.includes(unitId) && parentId ? parentId : []));
  return chosen.filter((id) => !parents.includes(id));
}

/** As the server is asked; what is not chosen asks for nothing. */
export function onlyOf({ placeIds, address, age }: Filter, places: readonly Place[]): Only {
  const meant = placesMeant(placeIds, places);
  return {
    ...AGES[age],
    ...(meant.length > 0 && { placeIds: meant }),
    ...(address.trim() && { address: address.trim() }),
  };
}

export const countOf = ({ placeIds, address, age }: Filter): number =>
  placeIds.length + (address.trim() ? 1 : 0) + (age === 'all' ? 0 : 1);
