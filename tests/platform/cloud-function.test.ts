import * as z from 'zod';
import { defineAction, signedIn } from '../../cloudfunctions/kit/action';
import { read, write } from '../../cloudfunctions/kit/handler';
import type { Room } from '../../cloudfunctions/kit/room';
import type { FindPrincipal } from '../../cloudfunctions/kit/serve';
import type { World } from '../../cloudfunctions/kit/world';
import { cloudFunction } from '../../cloudfunctions/platform';
import { useDatabase } from '../support/database';
import { testWorld } from '../support/world';

const database = useDatabase();
const who = defineAction({
  name: 'parlour.who',
  summary: 'Says who is calling.',
  input: z.strictObject({}),
  output: z.strictObject({ identityId: z.string() }),
  refusals: [],
  allow: [signedIn()],
  effect: 'read',
});
const knock = defineAction({ ...who, name: 'parlour.knock', effect: 'write' });
const identityOf = async (call: { caller: { identityId: string } | null }) => ({
  identityId: call.caller?.identityId ?? '',
});
const parlour: Room = { name: 'parlour', actions: [read(who, identityOf), write(knock, identityOf)], refusals: {} };
const idOf = (openid: string) => `00000000-0000-4000-8000-${Buffer.from(openid).toString('hex').padStart(12, '0')}`;
const findPrincipal: FindPrincipal = async (_world, identity) =>
  identity.kind === 'wechat'
    ? { identityId: idOf(identity.openid), residentId: null, householdId: null, communityId: null, roles: [] }
    : null;

const contextOf = (openid?: string) => ({
  request_id: 'r',
  environment: JSON.stringify(openid ? { WX_OPENID: openid } : {}),
});
const open = (createWorld: () => World = () => testWorld(database)) =>
  cloudFunction(parlour, findPrincipal, createWorld);

it('answers an event by the action that it names', async () => {
  const main = open();
  expect(await main({ action: 'who', input: {} }, contextOf('alice'))).toEqual({
    ok: true,
    data: { identityId: idOf('alice') },
  });
});

it('keeps a request id, so that a repeated event gets the same answer', async () => {
  const main = open();
  const event = { action: 'knock', input: {}, requestId: 'abcdefghijklmnopqrstuv' };
  const first = await main(event, contextOf('alice'));
  expect(first).toMatchObject({ ok: true });
  expect(await main(event, contextOf('alice'))).toEqual(first);
  expect(await main(event, contextOf('bob'))).toMatchObject({ code: 'REQUEST_ID_REUSED' });
  expect(await main({ action: 'knock', input: {} }, contextOf('alice'))).toMatchObject({ code: 'INVALID_INPUT' });
});

it('does not look at an openid that the client wrote', async () => {
  const main = open();
  const forged = { openid: 'mallory', userInfo: { openId: 'mallory', appId: 'x' }, WX_OPENID: 'mallory' };
  const answer = await main({ action: 'who', input: {}, ...forged }, contextOf('alice'));
  expect(answer).toEqual({ ok: true, data: { identityId: idOf('alice') } });
  expect(await main({ action: 'who', input: { openid: 'mallory' } }, contextOf('alice'))).toMatchObject({
    code: 'INVALID_INPUT',
  });
});

it('refuses a call for which the platform names nobody', async () => {
  const main = open();
  process.env.WX_OPENID = 'earlier';
  for (const context of [contextOf(), {}, undefined])
    expect(await main({ action: 'who', input: {}, userInfo: { openId: 'alice' } }, context)).toMatchObject({
      ok: false,
      code: 'NOT_SIGNED_IN',
    });
});

it('refuses what it does not know, and an event that is none', async () => {
  const main = open();
  for (const event of [{ action: 'dance' }, { action: 7 }, { action: '__proto__' }, {}, null, 'who', []])
    expect(await main(event, contextOf('alice'))).toMatchObject({
      code: 'ACTION_NOT_FOUND',
      traceId: expect.any(String),
    });
});

it('makes its world once, when it is first called', async () => {
  let made = 0;
  const main = open(() => {
    made += 1;
    return testWorld(database);
  });
  expect(made).toBe(0);
  for (let i = 0; i < 3; i++) await main({ action: 'who', input: {} }, contextOf('alice'));
  expect(made).toBe(1);
});

it('says FAULT while its world cannot be made, and tries again at the next call', async () => {
  let tries = 0;
  const main = open(() => {
    tries += 1;
    if (tries === 1) throw new Error('no database');
    return testWorld(database);
  });
  expect(await main({ action: 'who', input: {} }, contextOf('alice'))).toMatchObject({ ok: false, code: 'FAULT' });
  expect(await main({ action: 'who', input: {} }, contextOf('alice'))).toMatchObject({ ok: true });
});
