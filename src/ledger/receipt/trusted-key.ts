/** Put in by the build, where the operator gave it one; see docs/deploy.md. */
declare const SIGNING_KEY: string;

export interface TrustedKey {
  readonly key: string;
  /** It came with the app itself. Else the server that made the receipt told it, and the page says no more than that. */
  readonly isBuiltIn: boolean;
}

/** The key against which receipts are checked. */
export function trustedKey(told: string): TrustedKey {
  const builtIn = typeof SIGNING_KEY === 'string' ? SIGNING_KEY : '';
  return builtIn ? { key: builtIn, isBuiltIn: true } : { key: told, isBuiltIn: false };
}
