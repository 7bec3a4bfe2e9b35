/** The server's answer as it came, or null when there was none: no network, no time, or no sense in it. */
export interface RawAnswer {
  readonly ok: boolean;
  readonly data?: unknown;
  readonly code?: string;
  readonly detail?: Record<string, unknown>;
  readonly traceId?: string;
}

export interface Message {
  readonly room: string;
  readonly verb: string;
  readonly input: unknown;
  /** Megabytes are read for it: it may take longer. */
  readonly hasFile: boolean;
  readonly requestId?: string;
  /** The identity for which the page was drawn, once it is known. */
  readonly drawnFor?: string;
}

/** One try, over the way that this face of the app has. */
export type Send = (message: Message) => Promise<RawAnswer | null>;

export const isAnswer = (value: unknown): value is RawAnswer => typeof (value as RawAnswer | null)?.ok === 'boolean';
