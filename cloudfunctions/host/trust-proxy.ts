import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Log } from '../kit/log';

/** Whose word on a caller's address is taken: nobody's, that of so many hops before us, or of proxies at these addresses. */
export type TrustProxy = false | number | string[];

const WANTED = 'give the number of proxies in front (1 to 9), or their addresses: 10.0.0.5,10.1.0.0/16.';

export function readTrustProxy(text: string | undefined): TrustProxy {
  if (!text || text === '0') return false;
  if (/^[1-9]$/.test(text)) return Number(text);
  const addresses = text.split(',').map((address) => address.trim());
  if (!addresses.every(isAddress)) throw new Error(`TRUST_PROXY=${text} is not understood: ${WANTED}`);
  return addresses;
}

/** Hop 0 is the peer itself. */
export const trustOf = (trusted: TrustProxy) =>
  typeof trusted === 'number' ? (_address: string, hop: number) => hop < trusted : trusted;

function isAddress(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
}

/** Said once: behind a proxy that is not trusted, all its callers have one address, and one rate limit together. */
export function warnOfUntrustedProxy(app: FastifyInstance, log: Log): void {
  let isSaid = false;
  app.addHook('onRequest', async ({ headers, ip, socket }) => {
    if (isSaid || headers['x-forwarded-for'] === undefined || ip !== socket.remoteAddress) return;
    isSaid = true;
    log.error({ peer: ip }, `X-Forwarded-For comes from a peer that TRUST_PROXY does not name: ${WANTED}`);
  });
}
