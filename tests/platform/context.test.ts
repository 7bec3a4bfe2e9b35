import { getCloudbaseContext } from '@cloudbase/node-sdk';
import { addressFromContext, identityFromContext } from '../../cloudfunctions/platform/cloudbase/context-identity';

/** Contexts as runtimes make them, and as nobody should; what the SDK itself reads out of each is what is right. */
const base = { memory_limit_in_mb: 256, time_limit_in_ms: 20_000, request_id: 'r', function_version: '$LATEST' };
const json = (values: unknown) => ({ ...base, environment: JSON.stringify(values) });
const pairs = (text: string) => ({ ...base, environ: text });
const KEYS = 'WX_OPENID,WX_APPID,WX_CLIENTIP';

const contexts: Record<string, object> = {
  'a caller': json({ WX_CONTEXT_KEYS: KEYS, WX_OPENID: 'oABC', WX_APPID: 'wx1', WX_CLIENTIP: '203.0.113.7' }),
  'a caller without a list of keys': json({ WX_OPENID: 'oABC' }),
  'a caller of version 6 of the internet': json({ WX_OPENID: 'oABC', WX_CLIENTIPV6: '2001:db8::7' }),
  'a caller from both': json({ WX_OPENID: 'oABC', WX_CLIENTIP: '203.0.113.7', WX_CLIENTIPV6: '2001:db8::7' }),
  nobody: json({ WX_CONTEXT_KEYS: KEYS }),
  'an empty name': json({ WX_CONTEXT_KEYS: KEYS, WX_OPENID: '' }),
  'a name that is a number': json({ WX_OPENID: 7 }),
  'a name that is a list': json({ WX_OPENID: ['oABC'] }),
  'no values': json(null),
  'a list of values': json([{ WX_OPENID: 'oABC' }]),
  'a text': json('WX_OPENID=oABC'),
  'a name and other letters': json({ WX_OPENID: 'o;A=B,汉', WX_CLIENTIP: '::ffff:203.0.113.7' }),
  'an older caller': pairs(`WX_CONTEXT_KEYS=WX_OPENID;WX_OPENID=oABC;WX_CLIENTIP=203.0.113.7`),
  'an older caller, keys listed': pairs(`WX_CONTEXT_KEYS=${KEYS};WX_OPENID=oABC`),
  'an older caller with = in the name': pairs('WX_OPENID=oA=B==;X=1'),
  'an older caller named twice': pairs('WX_OPENID=oABC;WX_OPENID=oDEF'),
  'an older caller with a comma': pairs('WX_OPENID=oA,oB'),
  'an older caller between pieces': pairs(';;WX_OPENID;WX_OPENID=oABC;=;'),
  'an older caller, empty': pairs('WX_OPENID='),
  'an older caller by another name': pairs(' WX_OPENID=oABC'),
  'older and nobody': pairs(''),
  'both, of which the newer counts': { ...pairs('WX_OPENID=oOLD'), ...json({ WX_OPENID: 'oNEW' }) },
  'both, of which the newer is empty': { ...pairs('WX_OPENID=oOLD'), environment: '' },
  'both, of which the newer names nobody': { ...pairs('WX_OPENID=oOLD'), ...json({}) },
};
/** The SDK throws on these: they name nobody. */
const broken: Record<string, object> = {
  'JSON that is none': { ...base, environment: '{broken' },
  'values that are no text': { ...base, environment: { WX_OPENID: 'oABC' } },
  'broken beside older ones': { ...pairs('WX_OPENID=oABC'), environment: '{broken' },
  'neither of the two': base,
  'older ones that are no text': { ...base, environ: { WX_OPENID: 'oABC' } },
  'what a client wrote into its event': { ...base, userInfo: { openId: 'oABC' }, WX_OPENID: 'oABC' },
};
const NAMES = ['WX_OPENID', 'WX_CLIENTIP', 'WX_CLIENTIPV6', 'WX_CONTEXT_KEYS', 'TCB_CONTEXT_KEYS'];

const forget = () => {
  for (const name of NAMES) delete process.env[name];
};
beforeEach(forget);
afterEach(forget);

const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
function bySdk(context: object) {
  const values: Record<string, unknown> = { ...getCloudbaseContext(context as never) };
  return {
    openid: textOrNull(values.WX_OPENID),
    address: textOrNull(values.WX_CLIENTIP) ?? textOrNull(values.WX_CLIENTIPV6),
  };
}
async function byUs(context: unknown) {
  const identity = await identityFromContext(context);
  return { openid: identity?.kind === 'wechat' ? identity.openid : null, address: addressFromContext(context) };
}

it.each(Object.entries(contexts))('reads %s as the SDK does', async (_what, context) => {
  expect(await byUs(context)).toEqual(bySdk(context));
});

it.each(Object.entries(broken))('finds nobody in %s, where the SDK throws', async (_what, context) => {
  expect(() => bySdk(context)).toThrow();
  expect(await byUs(context)).toEqual({ openid: null, address: null });
});

it('keeps to the context where the SDK would answer with an earlier caller of this process', async () => {
  process.env.WX_OPENID = 'oEarlier';
  process.env.WX_CLIENTIP = '203.0.113.9';
  process.env.WX_CONTEXT_KEYS = KEYS;
  for (const context of [json({}), json({ WX_CONTEXT_KEYS: KEYS }), pairs('')]) {
    expect(bySdk(context)).toEqual({ openid: 'oEarlier', address: '203.0.113.9' });
    expect(await byUs(context)).toEqual({ openid: null, address: null });
  }
});

it('takes no name from a prototype, where the SDK does', async () => {
  const context = { ...base, environment: '{"__proto__":{"WX_OPENID":"oABC"}}' };
  expect(bySdk(context).openid).toBe('oABC');
  expect(await byUs(context)).toEqual({ openid: null, address: null });
});
