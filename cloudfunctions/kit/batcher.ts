interface Waiting<P, A> {
  readonly work: P;
  readonly resolve: (answer: A) => void;
  readonly reject: (fault: unknown) => void;
}

export interface BatcherOptions {
  /** Whether a fault is nobody's own, so that trying each alone would be in vain. */
  readonly isShared?: (fault: unknown) => boolean;
  /** Waited for before each batch, for those who ask in the same turn. */
  readonly gather?: () => Promise<unknown>;
}

/**
 * Lets callers within the same few milliseconds share one run (and so one commit). One caller is a batch of one and
 * waits for nobody. When a batch fails, each of its members is tried alone, so that one cannot spoil the others' work;
 * not so where the fault is nobody's own (`isShared`): then all are told at once, and none waits for the others' tries.
 */
export class Batcher<P, A> {
  private readonly queue: Waiting<P, A>[] = [];
  private busy = false;

  constructor(
    private readonly run: (batch: readonly P[]) => Promise<readonly A[]>,
    private readonly limit: number,
    private readonly options: BatcherOptions = {},
  ) {}

  add(work: P): Promise<A> {
    return new Promise<A>((resolve, reject) => {
      this.queue.push({ work, resolve, reject });
      if (!this.busy) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.busy = true;
    while (this.queue.length > 0) {
      if (this.options.gather) await this.options.gather();
      const batch = this.queue.splice(0, this.limit);
      await this.finish(batch);
      if (batch.length > 1) await new Promise(setImmediate); // those just answered may rejoin
    }
    this.busy = false;
  }

  private async finish(batch: readonly Waiting<P, A>[]): Promise<void> {
    try {
      const answers = await this.run(batch.map((waiting) => waiting.work));
      if (answers.length !== batch.length) throw new Error(`${answers.length} answers to a batch of ${batch.length}`);
      batch.forEach((waiting, i) => {
        waiting.resolve(answers[i] as A);
      });
    } catch (fault) {
      if (batch.length === 1 || this.options.isShared?.(fault)) for (const waiting of batch) waiting.reject(fault);
      else for (const waiting of batch) await this.finish([waiting]);
    }
  }
}
