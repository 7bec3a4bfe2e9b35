import type { BasisField } from '../../values/basis';

/** What stood in each field that reads otherwise now. */
export const differing = <F extends BasisField>(
  fields: readonly F[],
  before: Readonly<Record<F, string | number>>,
  after: Readonly<Record<F, string | number>>,
): { field: F; value: string }[] =>
  fields.flatMap((field) => (before[field] === after[field] ? [] : [{ field, value: String(before[field]) }]));
