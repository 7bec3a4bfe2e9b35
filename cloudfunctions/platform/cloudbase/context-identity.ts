import type { IdentitySource } from '../port';

/** The openid that WeChat's cloud put into this call's own context; a context without one names nobody. */
export const identityFromContext: IdentitySource<unknown> = async (context) => {
  const openid = valueIn(context, 'WX_OPENID');
  return openid ? { kind: 'wechat', openid } : null;
};

/** The network address that the platform saw the caller come from, or null. */
export const addressFromContext = (context: unknown): string | null =>
  valueIn(context, 'WX_CLIENTIP') ?? valueIn(context, 'WX_CLIENTIPV6');

/**
 * As `getCloudbaseContext` of @cloudbase/node-sdk reads it, but from the context alone: the SDK falls back to the
 * process' environment, into which the platform's bootstrap writes every call's values, an earlier caller's too. And
 * the SDK is two thirds of a function's size.
 */
function valueIn(context: unknown, name: string): string | null {
  if (typeof context !== 'object' || context === null) return null;
  const { environ, environment } = context as Partial<Record<'environ' | 'environment', unknown>>;
  const values = environment ? fromJson(environment) : fromPairs(environ);
  const value = values.get(name);
  return typeof value === 'string' && value !== '' ? value : null;
}

type Values = ReadonlyMap<string, unknown>;
const NONE: Values = new Map();

/** Newer runtimes. */
function fromJson(text: unknown): Values {
  if (typeof text !== 'string') return NONE;
  try {
    const values: unknown = JSON.parse(text);
    return typeof values === 'object' && values !== null ? new Map(Object.entries(values)) : NONE;
  } catch {
    return NONE;
  }
}

/** Older runtimes: `A=b;C=d`. What holds a comma is a list to the SDK, and so no text. */
function fromPairs(text: unknown): Values {
  if (typeof text !== 'string') return NONE;
  const pairs = text.split(';').filter((pair) => pair.includes('='));
  return new Map(
    pairs.map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      const value = rest.join('=');
      return [name, value.includes(',') ? value.split(',') : value];
    }),
  );
}
