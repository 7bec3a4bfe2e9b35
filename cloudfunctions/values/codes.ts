/** Ways of the links that QR codes carry, `<origin>/<letter>/<what proves itself>`: each code says what it is. */
export const WAYS = { checkIn: 'a', voucher: 'v', card: 'c', personalCode: 'r', poster: 'p', invite: 'i' } as const;
type Way = keyof typeof WAYS;

export const linkOf = (origin: string, way: Way, rest: string): string => `${origin}/${WAYS[way]}/${rest}`;

/** Of a rotating check-in code: version (1), activity's short id (8), step (4), tag (16), in URL-safe base64. */
const LIVE_CODE = /^[A-Za-z0-9_-]{29}$/;
/** Names an activity on its poster and in its codes; no secret. */
export const SHORT_ID = /^[A-Za-z0-9_-]{8}$/;

export const CARD_DIGITS = 10;
export const BIND_CODE_DIGITS = 6;
export const LIVE_DIGITS = 6;
const digits = (count: number) => new RegExp(`^\\d{${count}}$`);
/** What is typed instead of scanned: printed on a household card, given out with it, shown below a rotating code. */
export const CARD_NUMBER = digits(CARD_DIGITS);
export const BIND_CODE = digits(BIND_CODE_DIGITS);
export const TYPED_LIVE_CODE = digits(LIVE_DIGITS);
/** In letters and digits that cannot be mistaken when read aloud. */
export const VOUCHER_CODE_LENGTH = 6;
export const INVITE_LENGTH = 12;
/** By threes, and what is left, as it is printed and read aloud: KF7 3Q2, 314 159 2653. */
export const grouped = (code: string): string =>
  [code.slice(0, 3), code.slice(3, 6), code.slice(6)].filter(Boolean).join(' ');
/** As it is read aloud: a short one as it is printed, a longer one by fours; one that has groups of its own stays as it is. */
export const inGroups = (code: string): string =>
  /[\s-]/.test(code) ? code : code.length <= CARD_DIGITS ? grouped(code) : (code.match(/.{1,4}/g) ?? []).join(' ');
/** Letters and digits that cannot be mistaken when read aloud or typed: no 0/O, 1/I/L, U/V, 2/Z, 5/S, 8/B. */
export const READABLE = '34679ACDEFGHJKMNPQRTVWXY';
/** Shorter is no invite, scanned or typed. */
export const INVITE_MIN = 8;
/** Whatever a scanner or a keyboard gave, in any of these shapes. */
export const SCANNED_MAX = 200;

/** Bind codes and invites: what staff or the head hand over today can be used the day after tomorrow. */
export const HANDED_OVER_HOURS = 72;

/** What a scanned or typed text is. WeChat gives links URL-encoded in `q`; a poster's mini-program code gives `scene`. */
export type Scanned =
  | { readonly kind: Exclude<Way, 'poster'>; readonly text: string }
  | { readonly kind: 'poster'; readonly shortId: string }
  | { readonly kind: 'unknown' };

const KINDS = Object.keys(WAYS) as Way[];
const LETTERS = KINDS.map((kind) => WAYS[kind]).join('');
const LINK = new RegExp(`/([${LETTERS}])/([A-Za-z0-9_.~-]+)/?(?:[?#].*)?$`);
/** The path of such a link: what opens the scan page. */
export const LINK_PATH = new RegExp(`^/[${LETTERS}]/[^/]+/?$`);

/** Looks at the shape alone, so that a phone knows where to go; whether a code is genuine, its room says. */
export function understand(raw: string): Scanned {
  const text = raw.trim();
  const [, letter = '', rest = ''] = LINK.exec(text) ?? [];
  const kind = KINDS.find((one) => WAYS[one] === letter);
  if (kind === 'poster') return { kind, shortId: rest };
  if (kind) return { kind, text };
  return LIVE_CODE.test(text) || TYPED_LIVE_CODE.test(text) ? { kind: 'checkIn', text } : { kind: 'unknown' };
}
