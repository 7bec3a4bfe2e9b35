/** What a scanned or typed text is. WeChat gives links URL-encoded in `q`; a poster's mini-program code gives `scene`. */
export type Scanned =
  | { kind: 'checkIn' | 'voucher' | 'card' | 'personalCode' | 'invite'; text: string }
  | { kind: 'poster'; shortId: string }
  | { kind: 'unknown' };

const LINK = /\/([acprvi])\/([A-Za-z0-9_.~-]+)\/?(?:[?#].*)?$/;
const LIVE = /^[A-Za-z0-9_-]{29}$/;
const KINDS = { a: 'checkIn', v: 'voucher', c: 'card', r: 'personalCode', i: 'invite' } as const;

export function understand(raw: string): Scanned {
  const text = raw.trim();
  const [, letter = '', rest = ''] = LINK.exec(text) ?? [];
  if (letter === 'p') return { kind: 'poster', shortId: rest };
  if (letter) return { kind: KINDS[letter as keyof typeof KINDS], text };
  if (LIVE.test(text) || /^\d{6}$/.test(text)) return { kind: 'checkIn', text };
  return { kind: 'unknown' };
}
