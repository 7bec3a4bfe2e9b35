import type { CallerIdentity } from '../kit/principal';

/**
 * Who is calling, by the word of the platform alone. What is given is what only the platform can write: a function's
 * context, a gateway's header. Null: the platform names nobody.
 */
export type IdentitySource<Given> = (given: Given) => Promise<CallerIdentity | null>;

/**
 * Where the parts of uploaded files lie. They come sealed, so that whoever keeps them can read none. Today the database
 * (files/store/parts.ts), for all three homes alike; photos and exports may choose object storage by the same port.
 */
export interface PartStore {
  /** With the same number again the later one stands. */
  keep(fileId: string, part: number, sealed: Buffer): Promise<void>;
  /** Which are there. */
  numbers(fileId: string): Promise<readonly number[]>;
  /** At most `count` of them from one on, in order; fewer where some are gone. */
  read(fileId: string, from: number, count: number): Promise<readonly Buffer[]>;
  forget(fileIds: readonly string[]): Promise<void>;
}

/** The installation's secret, 32 bytes from which every key is derived; the same at every call, for ever. */
export type SecretSource = () => Buffer;
