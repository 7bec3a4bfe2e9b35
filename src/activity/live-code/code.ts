import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHead, liveCodeFrom, liveDigitsFrom, liveHead } from '../../../cloudfunctions/values/live-code';

/**
 * The rotating code, drawn on the organiser's device from the activity's key without the network, of the parts that the
 * server puts together too (values/live-code).
 */
export interface Clockwork {
  readonly key: Uint8Array;
  readonly shortId: string;
  readonly epochMs: number;
  readonly stepMs: number;
}
export interface Drawn {
  readonly code: string;
  /** For typing. */
  readonly digits: string;
  /** Whole seconds until the next code, 1 at least. */
  readonly secondsLeft: number;
}

/** What the screen shows at a moment of the server's clock. */
export function drawAt({ key, shortId, epochMs, stepMs }: Clockwork, serverMs: number): Drawn {
  const sinceEpochMs = serverMs - epochMs;
  const step = Math.floor(sinceEpochMs / stepMs);
  const head = liveHead(shortId, step);
  const mac = hmac(sha256, key, bytesOfHead(head));
  return {
    code: liveCodeFrom(head, mac),
    digits: liveDigitsFrom(mac),
    secondsLeft: Math.ceil(((step + 1) * stepMs - sinceEpochMs) / 1_000),
  };
}
