import * as z from 'zod';
import { anyone, defineAction, resident, role, signedIn } from '../../cloudfunctions/kit/action';
import { read, write } from '../../cloudfunctions/kit/handler';
import { refuse } from '../../cloudfunctions/kit/refusal';
import type { Room } from '../../cloudfunctions/kit/room';
import type { FindPrincipal } from '../../cloudfunctions/kit/serve';

const base = {
  summary: 'A toy.',
  input: z.strictObject({}),
  output: z.strictObject({ said: z.string() }),
  refusals: [],
  allow: [anyone()],
  effect: 'read',
} as const;
const who = defineAction({ ...base, name: 'parlour.who', allow: [signedIn()] });
const mine = defineAction({ ...base, name: 'parlour.mine', allow: [resident(), role('communityAdmin')] });
const knock = defineAction({ ...base, name: 'parlour.knock', allow: [signedIn()], effect: 'write' });
const slow = defineAction({ ...base, name: 'parlour.slow', effect: 'write' });
const fall = defineAction({ ...base, name: 'parlour.fall' });
const hold = defineAction({ ...base, name: 'parlour.hold', input: z.strictObject({ partBase64: z.string() }) });
const echo = defineAction({ ...base, name: 'parlour.echo', input: z.strictObject({ text: z.string().max(20) }) });
const no = defineAction({
  ...base,
  name: 'parlour.no',
  input: z.strictObject({ code: z.enum(['CARD_NOT_FOUND', 'OUT_OF_STOCK', 'TOO_MANY']) }),
  refusals: ['CARD_NOT_FOUND', 'OUT_OF_STOCK', 'TOO_MANY'],
});

const NO = {
  CARD_NOT_FOUND: () => refuse('CARD_NOT_FOUND'),
  OUT_OF_STOCK: () => refuse('OUT_OF_STOCK', { period: 'month', againOn: '2026-12-01' }),
  TOO_MANY: (nowMs: number) => refuse('TOO_MANY', { retryAtMs: nowMs + 30_000 }),
};

/** What `slow` waits for, so that a test decides when a request that has begun may end. */
export const gate = { entered: () => {}, until: Promise.resolve() };

/** A room with one action for every way in which a request can go. */
export const parlour: Room = {
  name: 'parlour',
  actions: [
    read(who, async ({ caller }) => ({ said: caller?.identityId ?? '' })),
    read(mine, async () => ({ said: 'mine' })),
    write(knock, async ({ caller }) => ({ said: caller?.identityId ?? '' })),
    write(slow, async () => {
      gate.entered();
      await gate.until;
      return { said: 'done' };
    }),
    read(fall, async () => {
      throw new Error('the floor gave way');
    }),
    read(hold, async (_call, { partBase64 }) => ({ said: String(partBase64.length) })),
    read(echo, async (_call, { text }) => ({ said: text })),
    read(no, async ({ nowMs }, { code }) => NO[code](nowMs)),
  ],
  refusals: {},
};

/** Everybody who is signed in, bound to nobody. */
export const findStranger: FindPrincipal = async (_world, identity) => ({
  identityId: identity.kind === 'session' ? identity.identityId : `openid ${identity.openid}`,
  residentId: null,
  householdId: null,
  communityId: null,
  roles: [],
});
