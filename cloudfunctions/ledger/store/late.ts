import type { LateMark } from '../../values/receipt';

interface LateColumns {
  readonly late_on: string | null;
  readonly late_why: LateMark['why'] | null;
  readonly late_by: string | null;
}

export const lateColumns = (late: LateMark | null): LateColumns => ({
  late_on: late?.on ?? null,
  late_why: late?.why ?? null,
  late_by: late?.by ?? null,
});

export const lateOf = ({ late_on: on, late_why: why, late_by: by }: LateColumns): LateMark | null =>
  on && why && by ? { on, why, by } : null;
