import type { CallerIdentity } from '../kit/principal';

/**
 * Who is calling, by the word of the platform alone. What is given is what only the platform can write: a function's
 * context, a gateway's header. Null: the platform names nobody.
 */
export type IdentitySource<Given> = (given: Given) => Promise<CallerIdentity | null>;

/** The installation's secret, 32 bytes from which every key is derived; the same at every call, for ever. */
export type SecretSource = () => Buffer;
