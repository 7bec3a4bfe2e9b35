import type { Call } from '../../kit/handler';
import { societiesOf } from '../../organisation';
import type { HolderFacts } from './holder';
import { survivorsOf } from './merged';
import { namesOf } from './personal/read';

type Holder = Pick<HolderFacts, 'kind' | 'id'>;

/** Full names: a household's is its head's, a society has its own. Empty for who was erased. */
export async function holderNames(call: Call, holders: readonly Holder[]): Promise<(holder: Holder) => string> {
  const idsOf = (isSociety: boolean) => [
    ...new Set(holders.flatMap(({ kind, id }) => ((kind === 'society') === isSociety ? id : []))),
  ];
  const survivors = await survivorsOf(call.db, idsOf(false));
  const isNow = (id: string) => survivors.get(id) ?? id;
  const [people, societies] = await Promise.all([
    namesOf(call.world, call.db, [...new Set(idsOf(false).map(isNow))]),
    societiesOf(call.db, idsOf(true)),
  ]);
  return ({ kind, id }) => (kind === 'society' ? societies.get(id)?.name : people.get(isNow(id))) ?? '';
}
