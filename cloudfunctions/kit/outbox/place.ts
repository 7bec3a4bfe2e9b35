/** How far a reader has come. Ids are given out in order, but not committed in order. */
export interface Place {
  /** Every event up to here has been handled. */
  readonly passedId: number;
  /** No transaction can bring an event up to here any more. */
  readonly settledId: number;
  /** All of this fence's ids are settled once every transaction before its own has ended. */
  readonly fence: { readonly id: number; readonly transaction: bigint } | null;
}

/** What the database says, asked in this order. */
export interface Sight {
  /** The highest id that could be seen before `transaction` began to write. */
  readonly newestId: number;
  /** The reader's own: whoever has taken an id up to the newest has a lower one. */
  readonly transaction: bigint;
  /** The oldest that has published and not ended; the reader's own when there is none. */
  readonly oldest: bigint;
}

/**
 * Moves the mark behind which nothing can come late. While somebody is always writing the newest event is never
 * settled at once: a fence is set behind it, kept until it is, and only then set anew, so that each is reached. A fence
 * of a transaction yet to come was set by another server, before this database was restored from its copy.
 */
export function advancePlace(place: Place, sight: Sight): Place {
  const { newestId, transaction, oldest } = sight;
  const fence = place.fence && place.fence.transaction <= transaction ? place.fence : null;
  if (oldest >= transaction) return { ...place, settledId: Math.max(place.settledId, newestId), fence: null };
  const isReached = fence !== null && oldest >= fence.transaction;
  const settledId = isReached ? Math.max(place.settledId, fence.id) : place.settledId;
  if (fence && !isReached) return { ...place, settledId, fence };
  return { ...place, settledId, fence: newestId > settledId ? { id: newestId, transaction } : null };
}
