import type * as z from 'zod';
import type { RosterFinding } from '../../contract';

/** What a cell was understood as, filled in as, or refused for. */
export type Finding = z.output<typeof RosterFinding>;
export type Field = Finding['field'];
export type Told = Pick<Finding, 'kind' | 'effect' | 'as'>;

/** What a reader made of one cell: its value, and what there is to say about it. */
export interface Read<T> {
  readonly value: T | null;
  readonly finding?: Told;
  readonly also?: readonly Told[];
}

export const understood = <T extends string>(kind: Finding['kind'], value: T): Read<T> => ({
  value,
  finding: { kind, effect: 'understood', as: value },
});
export const leftOut = (kind: Finding['kind'], as: string | null = null): Read<never> => ({
  value: null,
  finding: { kind, effect: 'fieldLeftOut', as },
});
export const rowRefused = (kind: Finding['kind'], as: string | null = null): Read<never> => ({
  value: null,
  finding: { kind, effect: 'rowRefused', as },
});
