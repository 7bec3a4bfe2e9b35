import fc from 'fast-check';
import { addDays, businessDate } from '../../../../cloudfunctions/values/dates';
import { type Holder, ITEM_NAMES, type ItemName } from '../cast';
import { codeOf, dataOf } from '../stage';
import { command, holder, home, person, worker } from './command';

interface Given {
  readonly results: readonly {
    readonly outcome: { readonly state: string; readonly code?: string; readonly cap?: string | null };
  }[];
}
export const outcomeOf = ({ state, code, cap }: Given['results'][number]['outcome']) =>
  state === 'posted' ? 'posted' : [code, cap].filter(Boolean).join(' ');

const daysBack = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0, 1, 2) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 30, 90, 91) },
);
interface Deed {
  readonly item: ItemName;
  readonly holders: readonly Holder[];
}
const forPeople = fc.constantFrom<ItemName>('tidy', 'help', 'talk');
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ item: forPeople, holders: list(person) }) },
  { weight: 3, arbitrary: fc.record({ item: fc.constant<ItemName>('yard'), holders: list(home) }) },
  { weight: 1, arbitrary: fc.record({ item: fc.constantFrom(...ITEM_NAMES), holders: list(holder) }) },
);
function list<T>(one: fc.Arbitrary<T>) {
  const [each, any] = [fc.uniqueArray, fc.array].map((many) => many(one, { minLength: 1, maxLength: 4 }));
  return fc.oneof(
    { weight: 3, arbitrary: each as fc.Arbitrary<T[]> },
    { weight: 1, arbitrary: any as fc.Arbitrary<T[]> },
  );
}

const giving = command({
  name: 'award.give',
  weight: 9,
  step: fc.record({ by: worker, deed, daysBack }),
  take: async (stage, { by, deed: { item, holders }, daysBack }) => {
    const deedDate = addDays(businessDate(stage.theatre.nowMs), -daysBack);
    const input = { itemId: stage.built.itemIds[item], holders: holders.map(stage.holder), deedDate };
    const answer = await stage.write(by, 'award.give', input);
    return dataOf<Given>(answer)?.results.map(({ outcome }) => outcomeOf(outcome)) ?? codeOf(answer);
  },
  foresee: ({ town, awards }, { by, deed: { item, holders }, daysBack }) =>
    awards.give(by, item, holders, addDays(town.today, -daysBack)),
});

export const awardCommands = [giving];
export const give = giving.arbitrary;
