import { identityFromContext } from '../../cloudfunctions/platform/cloudbase/context-identity';
import { identityFromGateway } from '../../cloudfunctions/platform/local/gateway-identity';

const base = { memory_limit_in_mb: 256, time_limit_in_ms: 20_000, request_id: 'r', function_version: '1' };
const newContext = (values: Record<string, string>) => ({
  ...base,
  environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID', ...values }),
});
const oldContext = (values: Record<string, string>) => ({
  ...base,
  environ: Object.entries({ WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID', ...values })
    .map(([name, value]) => `${name}=${value}`)
    .join(';'),
});

/** One suite for every way in which a platform names a caller. */
const sources: Record<string, { ask(openid: string | null): ReturnType<typeof identityFromContext> }> = {
  "a function's context": {
    ask: (openid) => identityFromContext(newContext(openid === null ? {} : { WX_OPENID: openid })),
  },
  "an older function's context": {
    ask: (openid) => identityFromContext(oldContext(openid === null ? {} : { WX_OPENID: openid })),
  },
  "the gateway's header": {
    ask: (openid) => identityFromGateway(true)(openid === null ? {} : { 'x-wx-openid': openid }),
  },
};

describe.each(Object.entries(sources))('%s', (_name, source) => {
  afterEach(() => {
    delete process.env.WX_OPENID;
  });

  it('names the caller', async () => {
    expect(await source.ask('oABC')).toEqual({ kind: 'wechat', openid: 'oABC' });
  });

  it('names nobody when the platform named nobody', async () => {
    expect(await source.ask(null)).toBeNull();
    expect(await source.ask('')).toBeNull();
  });

  it('never answers with a caller that an earlier call left in the environment', async () => {
    process.env.WX_OPENID = 'oEarlier';
    process.env.WX_CONTEXT_KEYS = 'WX_OPENID';
    expect(await source.ask(null)).toBeNull();
    process.env.WX_OPENID = 'oEarlier';
    expect(await source.ask('oNow')).toEqual({ kind: 'wechat', openid: 'oNow' });
    delete process.env.WX_CONTEXT_KEYS;
  });

  it('keeps callers apart that come at the same time', async () => {
    const openids = Array.from({ length: 50 }, (_, i) => `o${i}`);
    const named = await Promise.all(openids.map((openid) => source.ask(openid)));
    expect(named).toEqual(openids.map((openid) => ({ kind: 'wechat', openid })));
  });
});

it('takes no context that the platform did not make', async () => {
  for (const made of [undefined, null, 'WX_OPENID=o', {}, { WX_OPENID: 'o' }, { userInfo: { openId: 'o' } }])
    expect(await identityFromContext(made)).toBeNull();
  expect(await identityFromContext({ ...base, environment: '{broken' })).toBeNull();
  expect(await identityFromContext({ ...base, environment: '[]' })).toBeNull();
});

it('does not look at the header unless it was started behind that gateway', async () => {
  expect(await identityFromGateway(false)({ 'x-wx-openid': 'oForged' })).toBeNull();
});
