import { LINK_PATH } from '../cloudfunctions/values/codes';

/** The router falls over an address that was cut off in the middle of a sign. */
function isWhole(pathname: string): boolean {
  try {
    decodeURI(pathname);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ordinary-link QR codes: `/a/<check-in>`, `/v/<voucher>`, `/c/<card>`, `/p/<poster>`, `/r/<personal code>`, `/i/<invite>`.
 * WeChat opens the scan page with the whole link, URL-encoded, in `q`; on the web the same is done here, before the router
 * reads the address. So the scan page reads one shape on both faces, and the host has nothing to do but answer such a path
 * with the web app.
 */
export function pagePathOf(location: { pathname: string; href: string }): string | undefined {
  if (!isWhole(location.pathname)) return '/pages/home/index?lost=1';
  if (!LINK_PATH.test(location.pathname)) return undefined;
  return `/pages/scan/index?q=${encodeURIComponent(location.href)}`;
}

if (process.env.TARO_ENV === 'h5') {
  const path = pagePathOf(window.location);
  if (path) window.history.replaceState(null, '', path);
}
