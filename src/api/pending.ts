/** The device's storage, whatever stands in it. */
export interface Shelf {
  read(): unknown;
  write(value: readonly Sent[]): void;
}

export interface Sent {
  readonly id: string;
  readonly body: string;
  readonly atMs: number;
}
/** A person who comes back after a day and does the same thing again means to do it again. */
const KEPT_MS = 24 * 3_600_000;

export type Pending = ReturnType<typeof createPending>;

/** The writes that have been sent and have no definite answer yet. */
export function createPending(shelf: Shelf, newId: () => Promise<string>) {
  const sent = (): readonly Sent[] => {
    const stored = shelf.read();
    return Array.isArray(stored) ? (stored as Sent[]).filter(({ atMs }) => Date.now() - atMs < KEPT_MS) : [];
  };
  return {
    /**
     * The id for a write: the one it had, when the same thing was sent before and never got a definite answer, also
     * after the app was closed in between. So trying again can never do it twice.
     */
    async idFor(name: string, input: unknown): Promise<{ readonly id: string; readonly isOld: boolean }> {
      const body = JSON.stringify([name, input]);
      const known = sent().find((one) => one.body === body);
      if (known) return { id: known.id, isOld: true };
      const id = await newId();
      shelf.write([...sent(), { id, body, atMs: Date.now() }]);
      return { id, isOld: false };
    },

    /** The server has said yes or no: from now on the same thing is a new deed. */
    forget(id: string): void {
      shelf.write(sent().filter((one) => one.id !== id));
    },
  };
}
