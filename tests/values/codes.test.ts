import { grouped, LINK_PATH, linkOf, understand } from '../../cloudfunctions/values/codes';

const ORIGIN = 'https://bank.example';
const LIVE = '1aB3_-x01AAAB0123456789abcdef';

describe('a scanned or typed text', () => {
  it.each(['checkIn', 'voucher', 'card', 'personalCode', 'invite'] as const)('is known by its link: %s', (way) => {
    const link = linkOf(ORIGIN, way, LIVE);
    expect(understand(` ${link}\n`)).toEqual({ kind: way, text: link });
    expect(understand(`${link}/?from=wechat#top`)).toEqual({ kind: way, text: `${link}/?from=wechat#top` });
    expect(LINK_PATH.test(new URL(link).pathname)).toBe(true);
  });

  it('names the activity where it is a poster', () => {
    expect(understand(linkOf(ORIGIN, 'poster', 'Q-7zK2_m'))).toEqual({ kind: 'poster', shortId: 'Q-7zK2_m' });
    expect(understand('/p/Q-7zK2_m')).toEqual({ kind: 'poster', shortId: 'Q-7zK2_m' });
  });

  it('is a check-in where it is a rotating code without its address, or its six digits', () => {
    expect([LIVE, '305172'].map((text) => understand(text).kind)).toEqual(['checkIn', 'checkIn']);
  });

  it.each(['', '30517', '3051720', `${ORIGIN}/x/abc`, `${ORIGIN}/a/`, LIVE.slice(1), '你好'])(
    'is none of ours: %p',
    (text) => {
      expect(understand(text)).toEqual({ kind: 'unknown' });
    },
  );
});

it('is read aloud by threes', () => {
  expect(['KF73Q2', '3141592653', '305'].map(grouped)).toEqual(['KF7 3Q2', '314 159 2653', '305']);
});
