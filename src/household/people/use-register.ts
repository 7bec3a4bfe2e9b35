import type { DataOf, RequestFor } from '../../api';
import { usePages } from '../../api/use-pages';
import { useLooking } from '../find/use-finder';

export type Registered = DataOf<'ledger.people'>['people'][number];
type Asked = Pick<RequestFor<'ledger.people'>, 'sort' | 'only'>;

/** People as `useFinder` finds them, each with what they have; sorted and sifted as a whole by it too. */
export function useRegister(unitId: string, begunWith: string | undefined, asked: Asked) {
  const { found, ...looking } = useLooking(unitId, {}, begunWith);
  const question = { unitId, ...found, ...asked };
  const { pages, ...list } = usePages('ledger.people', question);
  return {
    ...looking,
    ...list,
    /** As it is asked, to ask it whole. */
    question,
    people: pages.flatMap(({ people }) => people),
    count: pages[0]?.count ?? 0,
  };
}
export type Register = ReturnType<typeof useRegister>;
