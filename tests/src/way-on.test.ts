import type { Why } from '../../src/api/actions';

const mockWent: { way: string; url: string }[] = [];
jest.mock('@tarojs/taro', () => ({
  navigateTo: ({ url }: { url: string }) => mockWent.push({ way: 'on', url }),
  reLaunch: ({ url }: { url: string }) => mockWent.push({ way: 'anew', url }),
}));

const TITLE = '存折没能打开';
const why = (code: string, detail: object = {}) => ({ code, detail }) as Why;

/** As the face's build has it. */
function on(face: 'h5' | 'weapp') {
  process.env.TARO_ENV = face;
  let loaded: typeof import('../../src/components/refusal-alert/way-on') | undefined;
  jest.isolateModules(() => {
    loaded = require('../../src/components/refusal-alert/way-on');
  });
  if (!loaded) throw new Error('not loaded');
  return loaded;
}

beforeEach(() => {
  mockWent.length = 0;
  Object.assign(globalThis, { location: { pathname: '/pages/voucher/index', search: '?id=5' } });
});
afterAll(() => void Reflect.deleteProperty(process.env, 'TARO_ENV'));

describe('what could not be opened', () => {
  const { stepFor, whyNotOpened } = on('h5');

  it('is tried again only where nobody answered or the server stumbled', () => {
    const again = jest.fn();
    for (const code of ['UNREACHABLE', 'FAULT'])
      expect(stepFor(why(code), again)).toMatchObject({ word: '再试一次', onTap: again });
    expect(stepFor(undefined, again)).toMatchObject({ word: '再试一次' });
    for (const code of ['NOT_ALLOWED', 'ACTIVITY_CANCELLED', 'VOUCHER_NOT_FOUND', 'TOO_MANY'])
      expect(stepFor(why(code), again)).toBeUndefined();
  });

  it('blames the network only where it may be the network', () => {
    expect(whyNotOpened(why('UNREACHABLE'), TITLE)).toContain('网络');
    for (const code of ['FAULT', 'NOT_SIGNED_IN', 'NOT_ALLOWED', 'ACTIVITY_CANCELLED'])
      expect(whyNotOpened(why(code), TITLE)).not.toContain('网络');
  });

  it('says why, and says it once where the title has said it', () => {
    expect(whyNotOpened(why('NOT_SIGNED_IN'), TITLE)).toBe('你还没有登录。请先登录，再回来接着做。');
    expect(whyNotOpened(why('NOT_SIGNED_IN'), '你还没有登录。')).toBe('请先登录，再回来接着做。');
    expect(whyNotOpened(why('NOT_ALLOWED', { because: 'notBound' }), TITLE)).not.toContain('积分都好好的');
  });

  it('leads somebody who belongs to no household yet into the community', () => {
    const step = stepFor(why('NOT_ALLOWED', { because: 'notBound' }));
    expect(step?.word).toBe('加入社区');
    step?.onTap();
    expect(mockWent).toEqual([{ way: 'on', url: '/pages/bind/index' }]);
  });

  it('leads to the sign-in page, which knows the way back', () => {
    const step = stepFor(why('NOT_SIGNED_IN'));
    expect(step?.word).toBe('去登录');
    step?.onTap();
    const to = encodeURIComponent('/pages/voucher/index?id=5');
    expect(mockWent).toEqual([{ way: 'anew', url: `/pages/sign-in/index?to=${to}` }]);
  });

  it('offers no sign-in on WeChat, where nobody signs in by hand', () => {
    expect(on('weapp').stepFor(why('NOT_SIGNED_IN'))).toBeUndefined();
  });
});
