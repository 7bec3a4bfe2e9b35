import { TYPED_LIVE_CODE, WAYS } from '../../values/codes';
import { type LiveCode, parseLiveCode } from './live-code';

/** What a person put in: the organiser's screen, its six digits, the poster on the wall, or something else. */
export type Scanned =
  | { readonly kind: 'live'; readonly code: LiveCode }
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'poster'; readonly shortId: string }
  | { readonly kind: 'unknown' };

const LIVE_ADDRESS = new RegExp(`^https?://[^/\\s]+/${WAYS.checkIn}/([A-Za-z0-9_-]{29})/?(?:[?#].*)?$`);
const POSTER = new RegExp(`^(?:https?://[^/\\s]+/${WAYS.poster}/)?([A-Za-z0-9_-]{8})/?(?:[?#].*)?$`);

/**
 * The host's name in an address is not looked at: the tag decides, whoever serves the page. Digits may be typed in the
 * wide form that Chinese keyboards give, and with blanks between.
 */
export function readScanned(text: string): Scanned {
  const typed = text.normalize('NFKC').replace(/\s/g, '');
  if (TYPED_LIVE_CODE.test(typed)) return { kind: 'digits', digits: typed };
  const code = parseLiveCode(LIVE_ADDRESS.exec(typed)?.[1] ?? typed);
  if (code) return { kind: 'live', code };
  const shortId = POSTER.exec(typed)?.[1];
  return shortId ? { kind: 'poster', shortId } : { kind: 'unknown' };
}
