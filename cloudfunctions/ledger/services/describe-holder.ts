import { type HolderFacts, holderNames, maskName } from '../../household';
import type { Call } from '../../kit/handler';

/** Whose points they are, in words for whoever may see them: a household by its head, a society by its name. */
export async function describeHolder(call: Call, { kind, id }: Pick<HolderFacts, 'kind' | 'id'>) {
  const name = (await holderNames(call, [{ kind, id }]))({ kind, id });
  return { kind, name, masked: kind === 'society' || name === '' ? name : maskName(name) };
}
