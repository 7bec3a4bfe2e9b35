import { DAY_MS } from '../../cloudfunctions/values/dates';
import { fingerprintOf } from './fingerprint';

/** The device's storage, whatever stands in it. Either may throw: storage can be full, or forbidden. */
export interface Shelf {
  read(): unknown;
  write(value: readonly Sent[]): void;
}

/** A write as the device remembers it: nobody can read in it what was sent. */
export interface Sent {
  readonly id: string;
  readonly fingerprint: string;
  readonly atMs: number;
  /** The identity under which it was sent, once that was known. */
  readonly by?: string;
}
/** A person who comes back after a day and does the same thing again means to do it again. */
const KEPT_MS = DAY_MS;

export type Pending = ReturnType<typeof createPending>;

/** The writes that have been sent and have no definite answer yet. */
export function createPending(shelf: Shelf, newId: () => Promise<string>, clock: () => number) {
  const isFresh = (one: Sent) => typeof one?.fingerprint === 'string' && clock() - one.atMs < KEPT_MS;
  let unkept: readonly Sent[] = []; // what the storage did not take: known while the app is open
  const stored = (): readonly Sent[] => {
    try {
      const all = shelf.read();
      return Array.isArray(all) ? (all as Sent[]) : [];
    } catch {
      return [];
    }
  };
  const store = (all: readonly Sent[]): boolean => {
    try {
      shelf.write(all);
      return true;
    } catch {
      return false;
    }
  };
  return {
    /**
     * The id for a write: the one it had, when the same person sent the same before and never got a definite answer, also
     * after the app was closed in between. So trying again can never do it twice.
     */
    async idFor(name: string, input: unknown, by?: string): Promise<{ readonly id: string; readonly isOld: boolean }> {
      const fingerprint = fingerprintOf([name, input]);
      const isSame = (one: Sent) => one.fingerprint === fingerprint && (!one.by || !by || one.by === by);
      const known = [...stored(), ...unkept].filter(isFresh).find(isSame);
      if (known) return { id: known.id, isOld: true };
      const fresh = { id: await newId(), fingerprint, atMs: clock(), ...(by && { by }) };
      if (!store([...stored().filter(isFresh), fresh])) unkept = [...unkept, fresh];
      return { id: fresh.id, isOld: false };
    },

    /** The server has said yes or no: from now on the same thing is a new deed. */
    forget(id: string): void {
      unkept = unkept.filter((one) => one.id !== id);
      store(stored().filter((one) => one.id !== id && isFresh(one)));
    },

    /** What is too old, or was kept in another form, does not stay on the device. */
    tidy(): void {
      const all = stored();
      if (!all.every(isFresh)) store(all.filter(isFresh));
    },
  };
}
