import type { RewardChange } from '../../values/rewards';

interface Renamed {
  readonly what: RewardChange;
  /** The name until then. */
  readonly before: string;
  readonly atMs: number;
}

/** What something was called at a moment: as it was until the first change of name behind it. The oldest change first. */
export const nameAt = (current: string, changes: readonly Renamed[], atMs: number): string =>
  changes.find((change) => change.what === 'renamed' && change.atMs > atMs)?.before ?? current;
