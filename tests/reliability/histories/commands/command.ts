import fc from 'fast-check';
import { CALLERS } from '../build';
import { HOME_NAMES, type Holder, type Name } from '../cast';
import type { Model } from '../model';
import type { Stage } from '../stage';

/** One kind of step: what is done at the doors, and what the model says that it does. */
export interface Command<S> {
  readonly name: string;
  readonly weight: number;
  readonly step: fc.Arbitrary<S>;
  /** False where this step has nothing to work on yet; then neither does it. */
  readonly isPossible?: (stage: Stage, step: S) => boolean;
  readonly take: (stage: Stage, step: S) => Promise<unknown>;
  readonly foresee: (model: Model, step: S) => unknown;
}

/** A step of any kind, ready to be taken. */
export interface Act {
  readonly name: string;
  readonly step: unknown;
  isPossible(stage: Stage): boolean;
  take(stage: Stage): Promise<unknown>;
  foresee(model: Model): unknown;
}
export interface Weighted {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<Act>;
}

export function command<S>({ name, weight, step, isPossible = () => true, take, foresee }: Command<S>): Weighted {
  const arbitrary = step.map((step) => ({
    name,
    step,
    isPossible: (stage: Stage) => isPossible(stage, step),
    take: (stage: Stage) => take(stage, step),
    foresee: (model: Model) => foresee(model, step),
    [fc.toStringMethod]: () => `${name} ${JSON.stringify(step)}`,
  }));
  return { weight, arbitrary };
}

/** The door lets in residents only: somebody whose phone is not bound any more is none. */
export const ifBound = (model: Model, who: Name, said: () => unknown): unknown =>
  model.town.unbound.has(who) ? 'NOT_ALLOWED' : said();

const weighted = <T>(...these: readonly (readonly [weight: number, values: readonly T[]])[]) =>
  fc.oneof(...these.map(([weight, values]) => ({ weight, arbitrary: fc.constantFrom(...values) })));

const FAMILY = ['grandma', 'mother', 'neighbour', 'husband'] as const;
/** Mostly those of whom the histories tell. */
export const caller: fc.Arbitrary<Name> = weighted<Name>([4, ['grandma']], [6, FAMILY], [1, CALLERS]);
export const person: fc.Arbitrary<Name> = weighted<Name>(
  [8, ['grandma', 'mother', 'boy', 'girl']],
  [3, FAMILY],
  [1, ['staff', 'stranger']],
);
export const home = weighted([8, ['wang', 'li'] as const], [1, HOME_NAMES]);
export const holder: fc.Arbitrary<Holder> = fc.oneof({ weight: 4, arbitrary: person }, { weight: 1, arbitrary: home });
export const worker: fc.Arbitrary<Name> = weighted<Name>([4, ['staff', 'admin']], [1, ['deputy', 'gridWorker']]);

/** Which of a list's things, counted from the newest, which is mostly the one that matters. */
export const recent = fc.oneof({ weight: 3, arbitrary: fc.nat(1) }, { weight: 1, arbitrary: fc.nat(50) });
export const placeOf = (count: number, back: number): number => count - 1 - (back % count);
export const nth = <T>(list: readonly T[], back: number): T => list[placeOf(list.length, back)] as T;
