import type { IContextParam } from '@cloudbase/node-sdk';
import type { IdentitySource } from '../port';

/**
 * The openid that WeChat's cloud put into this call's own context. The SDK falls back to the process' environment,
 * where an earlier call's caller may still stand: so it is taken out first, and a context without one names nobody.
 */
export const identityFromContext: IdentitySource<unknown> = async (context) => {
  if (!isContext(context)) return null;
  const { getCloudbaseContext } = await import('@cloudbase/node-sdk');
  delete process.env.WX_OPENID;
  const openid: unknown = getCloudbaseContext(context).WX_OPENID;
  return typeof openid === 'string' && openid !== '' ? { kind: 'wechat', openid } : null;
};

/** Older runtimes give `environ` (A=b;C=d), newer ones `environment` (JSON). Anything else is not the platform's. */
function isContext(context: unknown): context is IContextParam {
  if (typeof context !== 'object' || context === null) return false;
  const { environ, environment } = context as Partial<Record<'environ' | 'environment', unknown>>;
  if (typeof environment === 'string' && environment !== '') return isJsonObject(environment);
  return typeof environ === 'string';
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
