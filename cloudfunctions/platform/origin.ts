const ORIGIN_NAME = 'BEHAVIOUR_BANK_ORIGIN';
const LOCAL = /^(localhost|.*\.localhost|127\..*|0\.0\.0\.0|\[::1?\])$/;

/**
 * The address that QR codes carry, without a slash at the end. Only a trial may leave it out or have one that nobody
 * else reaches: printed cards carry it for years.
 */
export function originFrom(env: NodeJS.ProcessEnv, trial?: { readonly port: number }): string {
  const text = env[ORIGIN_NAME]?.trim();
  if (!text && trial) return `http://localhost:${trial.port}`;
  if (!text) throw new Error(`${ORIGIN_NAME} is not set: ${WANTED}`);
  const url = parse(text);
  if (!url || (trial ? !/^https?:$/.test(url.protocol) : url.protocol !== 'https:'))
    throw new Error(`${ORIGIN_NAME}=${text} is not an address for QR codes: ${WANTED}`);
  if (!trial && LOCAL.test(url.hostname))
    throw new Error(`${ORIGIN_NAME}=${text} is reached from this machine alone: ${WANTED}`);
  return url.origin;
}

const WANTED = 'the address that QR codes carry, https and without a path, such as https://example.org';

/** Nothing but scheme, host and port. */
function parse(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const { username, password, pathname, search, hash } = url;
  return `${username}${password}${search}${hash}` === '' && /^\/*$/.test(pathname) ? url : null;
}
