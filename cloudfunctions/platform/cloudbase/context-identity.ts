import type { IContextParam } from '@cloudbase/node-sdk';
import type { IdentitySource } from '../port';

/** The openid that WeChat's cloud put into this call's own context; a context without one names nobody. */
export const identityFromContext: IdentitySource<unknown> = async (context) => {
  const openid = await valueIn(context, 'WX_OPENID');
  return openid ? { kind: 'wechat', openid } : null;
};

/** The network address that the platform saw the caller come from, or null. */
export const addressFromContext = async (context: unknown): Promise<string | null> =>
  (await valueIn(context, 'WX_CLIENTIP')) ?? (await valueIn(context, 'WX_CLIENTIPV6'));

/**
 * The SDK falls back to the process' environment, where an earlier call's caller may still stand: so what is asked for
 * is taken out first.
 */
async function valueIn(context: unknown, name: 'WX_OPENID' | 'WX_CLIENTIP' | 'WX_CLIENTIPV6'): Promise<string | null> {
  if (!isContext(context)) return null;
  const { getCloudbaseContext } = await import('@cloudbase/node-sdk');
  delete process.env[name];
  const value: unknown = getCloudbaseContext(context)[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

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
