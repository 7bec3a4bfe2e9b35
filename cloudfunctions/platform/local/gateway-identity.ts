import type { IncomingHttpHeaders } from 'node:http';
import type { IdentitySource } from '../port';

export const GATEWAY_HEADER = 'x-wx-openid';

/**
 * WeChat CloudRun's gateway writes the caller's openid into a header and removes what a client wrote there. Anywhere
 * else a client may write what it likes, so the header counts only when the host was started for that gateway.
 */
export function identityFromGateway(isTrusted: boolean): IdentitySource<IncomingHttpHeaders> {
  return async (headers) => {
    const openid = headers[GATEWAY_HEADER];
    return isTrusted && typeof openid === 'string' && openid !== '' ? { kind: 'wechat', openid } : null;
  };
}
