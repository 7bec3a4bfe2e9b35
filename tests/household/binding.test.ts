import { randomUUID } from 'node:crypto';
import type { CallerIdentity } from '../../cloudfunctions/kit/principal';
import { NEWEST_CONSENT } from '../../cloudfunctions/values/consent';
import { useDatabase } from '../support/database';
import { bind, CONSENT, newcomer, outcome, registerHome } from './neighbourhood';
import { useScene } from './scene';

const HOUR_MS = 3_600_000;
const database = useDatabase();
const scene = useScene(database);
const { ask, count, handOut, world } = scene;

const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('binding by card and code', () => {
  it('binds the resident for whom the code was made, by the scanned card or its ten digits', async () => {
    const home = await handOut({ name: '程远', phone: '14000002222' });
    expect(home.card).toMatchObject({ headName: '程远', householdNumber: home.number, version: 1 });
    const who = newcomer();
    const answer = await ask(who, 'bindByCard', { card: home.card.number, code: home.code, consent: CONSENT });
    expect(answer.data).toEqual({ residentId: home.residentId, householdId: home.householdId, name: '程远' });
    expect((await ask(who, 'me')).data.resident).toMatchObject({ residentId: home.residentId });

    const other = await handOut({ name: '程近' });
    const scanned = { card: other.card.qr, code: other.code, consent: CONSENT };
    expect((await ask(newcomer(), 'bindByCard', scanned)).data.name).toBe('程近');
  });

  it('records consent with purpose and version, the trail, and tells the other members, all at once', async () => {
    const home = await handOut({ name: '留痕' });
    await ask(newcomer(), 'bindByCard', { card: home.card.number, code: home.code, consent: CONSENT });
    const consents = await database.ownerPool.query(
      'select purpose, version, given_at from consent where resident_id = $1 order by purpose',
      [home.residentId],
    );
    expect(consents.rows).toEqual([
      { purpose: 'identity', version: CONSENT.version, given_at: new Date(scene.nowMs) },
      { purpose: 'points', version: CONSENT.version, given_at: new Date(scene.nowMs) },
    ]);
    expect(
      await count("select from binding_event where resident_id = $1 and kind = 'boundByCard'", home.residentId),
    ).toBe(1);
    const published = await database.ownerPool.query(
      "select payload from outbox where topic = 'memberBound' and payload->>'residentId' = $1",
      [home.residentId],
    );
    expect(published.rows).toEqual([
      { payload: { residentId: home.residentId, householdId: home.householdId, kind: 'boundByCard' } },
    ]);
  });

  it('refuses without consent, and nothing is written', async () => {
    const home = await handOut({ name: '未同意' });
    const input = { card: home.card.number, code: home.code, consent: { ...CONSENT, agreed: false } };
    expect(outcome(await ask(newcomer(), 'bindByCard', input))).toBe('INVALID_INPUT');
    expect(await count('select from consent where resident_id = $1', home.residentId)).toBe(0);
  });

  it('refuses consent to a wording that does not exist', async () => {
    const bound = (version: string) =>
      ask(newcomer(), 'bindByCard', { card: '1234567890', code: '123456', consent: { version, agreed: true } });
    for (const version of ['1999-13', '2026-10', '2099-01'])
      expect(await bound(version)).toMatchObject({
        code: 'INVALID_INPUT',
        detail: { fields: ['input.consent.version'] },
      });
    expect(outcome(await bound(CONSENT.version))).not.toBe('INVALID_INPUT');
  });

  it.each([CONSENT.version, NEWEST_CONSENT])(
    'records the wording that was agreed to, old or new: %s',
    async (version) => {
      const home = await handOut({ name: '看过说明' });
      const input = { card: home.card.number, code: home.code, consent: { version, agreed: true } };
      expect(outcome(await ask(newcomer(), 'bindByCard', input))).toBe('ok');
      const consents = await database.ownerPool.query('select version from consent where resident_id = $1', [
        home.residentId,
      ]);
      expect(consents.rows).toEqual([{ version }, { version }]);
    },
  );

  it('lets exactly one of fifty identities that race for one code have it', async () => {
    const home = await handOut({ name: '抢手' });
    const input = { card: home.card.number, code: home.code, consent: CONSENT };
    const racers = Array.from({ length: 50 }, newcomer);
    const outcomes = await Promise.all(racers.map(async (who) => outcome(await ask(who, 'bindByCard', input))));
    expect(outcomes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['ok', 'RESIDENT_BOUND_ALREADY']));
    expect(await count('select from identity where resident_id = $1', home.residentId)).toBe(1);
    expect(await count('select from consent where resident_id = $1', home.residentId)).toBe(2);
  });

  it('allows five wrong tries, counted even though each is refused, and then the right code is too late', async () => {
    const home = await handOut({ name: '试错' });
    const tryCode = (code: string) => ask(newcomer(), 'bindByCard', { card: home.card.number, code, consent: CONSENT });
    for (let i = 0; i < 5; i++) expect(outcome(await tryCode(wrongOf(home.code)))).toBe('CARD_OR_CODE_WRONG');
    expect(outcome(await tryCode(home.code))).toBe('CARD_OR_CODE_WRONG');
  });

  it('counts wrong tries that are sent all at once', async () => {
    const home = await handOut({ name: '并发' });
    const input = { card: home.card.number, code: wrongOf(home.code), consent: CONSENT };
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, async () => outcome(await ask(newcomer(), 'bindByCard', input))),
    );
    expect(new Set(outcomes)).toEqual(new Set(['CARD_OR_CODE_WRONG']));
    expect(outcome(await ask(newcomer(), 'bindByCard', { ...input, code: home.code }))).toBe('CARD_OR_CODE_WRONG');
  });

  it('counts a request that is repeated as one try, and gives it the same answer', async () => {
    const home = await handOut({ name: '重发' });
    const who = newcomer();
    const requestId = randomUUID();
    const wrong = { card: home.card.number, code: wrongOf(home.code), consent: CONSENT };
    for (let i = 0; i < 8; i++)
      expect(outcome(await ask(who, 'bindByCard', wrong, requestId))).toBe('CARD_OR_CODE_WRONG');
    const right = { card: home.card.number, code: home.code, consent: CONSENT };
    const once = randomUUID();
    const first = await ask(who, 'bindByCard', right, once);
    const { rows } = await database.ownerPool.query('select answer::text from request_log where request_id = $1', [
      once,
    ]);
    expect(first.data.name).toBe('重发');
    expect(rows[0].answer).not.toContain('重发');
  });

  it('tells an unknown, a stopped, a replaced and a real card apart for nobody who has not its code', async () => {
    const [real, stopped, replaced] = [
      await handOut({ name: '真卡' }),
      await handOut({ name: '停卡' }),
      await handOut({ name: '旧卡' }),
    ];
    const staff = scene.place.staff.identity;
    await ask(staff, 'revokeCard', { householdId: stopped.householdId });
    await ask(staff, 'issueCard', { householdId: replaced.householdId });
    const tellWith = async (card: string) => {
      const told = await ask(newcomer(), 'bindByCard', { card, code: '000000', consent: CONSENT });
      return JSON.stringify({ ...told, traceId: '' });
    };
    const cards = ['0000000000', real.card.number, stopped.card.number, replaced.card.qr];
    const told = await Promise.all(cards.map(tellWith));
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toContain('"CARD_OR_CODE_WRONG","detail":{}');
  });

  it('slows down one identity that tries many cards', async () => {
    const who = newcomer();
    const guess = (i: number) => ask(who, 'bindByCard', { card: `000000000${i}`, code: '123456', consent: CONSENT });
    for (let i = 0; i < 10; i++) expect(outcome(await guess(i))).toBe('CARD_OR_CODE_WRONG');
    expect(await guess(0)).toMatchObject({ code: 'TOO_MANY', detail: { retryAtMs: expect.any(Number) } });
    scene.nowMs += HOUR_MS;
    expect(outcome(await guess(1))).toBe('CARD_OR_CODE_WRONG');
  });

  it('refuses a code after 72 hours, a code replaced by a newer one, and a revoked card', async () => {
    const home = await handOut({ name: '过期' });
    const input = { card: home.card.number, code: home.code, consent: CONSENT };
    scene.nowMs += 72 * HOUR_MS;
    expect(outcome(await ask(newcomer(), 'bindByCard', input))).toBe('CARD_OR_CODE_WRONG');
    const { data } = await ask(scene.place.staff.identity, 'issueBindCode', { residentId: home.residentId });
    expect(data.expiresAtMs).toBe(scene.nowMs + 72 * HOUR_MS);
    expect(outcome(await ask(newcomer(), 'bindByCard', input))).toBe('CARD_OR_CODE_WRONG');
    expect(outcome(await ask(scene.place.staff.identity, 'revokeCard', { householdId: home.householdId }))).toBe('ok');
    expect(outcome(await ask(newcomer(), 'bindByCard', { ...input, code: data.code }))).toBe('CARD_OR_CODE_WRONG');
    const again = await ask(scene.place.staff.identity, 'issueCard', { householdId: home.householdId });
    expect(again.data.version).toBe(2);
    expect(outcome(await ask(newcomer(), 'bindByCard', { ...input, card: again.data.number, code: data.code }))).toBe(
      'ok',
    );
  });

  it('refuses who is bound already, and a resident to whom somebody else is', async () => {
    const home = await handOut({ name: '甲' }, { name: '乙' });
    const head = await bind(world(), home.memberIds[0] ?? '');
    const input = { card: home.card.number, code: home.code, consent: CONSENT };
    expect(outcome(await ask(head.identity, 'bindByCard', input))).toBe('BOUND_ALREADY');
    await bind(world(), home.residentId);
    expect(outcome(await ask(newcomer(), 'bindByCard', input))).toBe('RESIDENT_BOUND_ALREADY');
    expect(outcome(await ask(scene.place.staff.identity, 'issueBindCode', { residentId: home.residentId }))).toBe(
      'RESIDENT_BOUND_ALREADY',
    );
  });
});

describe('cards and codes', () => {
  it('answers a repeated request with the same card and code, though neither is kept', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '再看一次' });
    const [card, code] = [randomUUID(), randomUUID()];
    const askTwice = async (verb: 'issueCard' | 'issueBindCode', input: object, requestId: string) => [
      (await ask(scene.place.staff.identity, verb, input, requestId)).data,
      (await ask(scene.place.staff.identity, verb, input, requestId)).data,
    ];
    const cards = await askTwice('issueCard', { householdId: home.householdId }, card);
    expect(cards[0]).toEqual(cards[1]);
    const codes = await askTwice('issueBindCode', { residentId: home.memberIds[0] }, code);
    expect(codes[0]).toEqual(codes[1]);
    const { rows } = await database.ownerPool.query('select answer::text from request_log where request_id = any($1)', [
      [card, code],
    ]);
    for (const { answer } of rows)
      for (const secret of [cards[0], codes[0]].flatMap((one) => Object.values(one ?? {})))
        if (typeof secret === 'string') expect(answer).not.toContain(secret);
  });

  it('lets staff look a household up by its card until it is revoked', async () => {
    const home = await handOut({ name: '卡主' }, { name: '卡员' });
    const scan = { unitId: scene.place.here.communityId, scanned: home.card.qr };
    const found = await ask(scene.place.staff.identity, 'find', scan);
    expect(found.data.people.map((one) => one.name)).toEqual(['卡主', '卡员']);
    expect(
      outcome(await ask(scene.place.stranger.identity, 'find', { ...scan, unitId: scene.place.elsewhere.communityId })),
    ).toBe('NOT_ALLOWED');
    const member = await bind(world(), home.memberIds[0] ?? '');
    expect((await ask(member.identity, 'revokeCard', { householdId: home.householdId })).data).toEqual({
      revoked: true,
    });
    expect(outcome(await ask(member.identity, 'revokeCard', { householdId: home.householdId }))).toBe('CARD_NOT_FOUND');
    expect(outcome(await ask(scene.place.staff.identity, 'find', scan))).toBe('CARD_REVOKED');
  });

  it('hands nothing out for households and residents elsewhere or nowhere', async () => {
    const away = await registerHome(world(), scene.place.elsewhere, { name: '外人' });
    const { identity } = scene.place.staff;
    expect(outcome(await ask(identity, 'issueCard', { householdId: away.householdId }))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(identity, 'issueCard', { householdId: randomUUID() }))).toBe('HOUSEHOLD_NOT_FOUND');
    expect(outcome(await ask(identity, 'revokeCard', { householdId: away.householdId }))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(identity, 'revokeCard', { householdId: randomUUID() }))).toBe('HOUSEHOLD_NOT_FOUND');
    expect(outcome(await ask(identity, 'issueBindCode', { residentId: away.memberIds[0] }))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(identity, 'issueBindCode', { residentId: randomUUID() }))).toBe('RESIDENT_NOT_FOUND');
  });
});

describe('binding by the head’s invite', () => {
  async function inviteMember() {
    const home = await registerHome(world(), scene.place.here, { name: '户主' }, { name: '家人' });
    const head = await bind(world(), home.memberIds[0] ?? '');
    const residentId = home.memberIds[1] ?? '';
    const made = await ask(head.identity, 'invite', { residentId });
    return { ...home, head, residentId, invite: made.data };
  }
  const accept = (who: CallerIdentity, code: string) => ask(who, 'acceptInvite', { code, consent: CONSENT });

  it('binds the member by the scanned or typed code, once', async () => {
    const { invite, residentId, head } = await inviteMember();
    expect(invite.qr).toBe(`https://bank.test/i/${invite.code}`);
    const typed = `${invite.code.slice(0, 4).toLowerCase()} ${invite.code.slice(4)}`;
    expect((await accept(newcomer(), typed)).data).toMatchObject({ residentId, name: '家人' });
    expect(outcome(await accept(newcomer(), invite.qr))).toBe('INVITE_USED');
    const trail = await database.ownerPool.query(
      'select kind, by_resident_id from binding_event where resident_id = $1',
      [residentId],
    );
    expect(trail.rows).toEqual([{ kind: 'boundByInvite', by_resident_id: head.residentId }]);
  });

  it('binds one of twenty who race for it', async () => {
    const { invite } = await inviteMember();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, async () => outcome(await accept(newcomer(), invite.code))),
    );
    expect(outcomes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(outcomes.filter((code) => code === 'INVITE_USED')).toHaveLength(19);
  });

  it('ends after 72 hours, when a new one is made, and when the member has moved out', async () => {
    const first = await inviteMember();
    const second = (await ask(first.head.identity, 'invite', { residentId: first.residentId })).data;
    expect(outcome(await accept(newcomer(), first.invite.code))).toBe('INVITE_NOT_FOUND');
    scene.nowMs += 72 * HOUR_MS;
    expect(outcome(await accept(newcomer(), second.code))).toBe('CODE_EXPIRED');
    const third = (await ask(first.head.identity, 'invite', { residentId: first.residentId })).data;
    await database.ownerPool.query('update membership set left_on = joined_on where resident_id = $1', [
      first.residentId,
    ]);
    expect(outcome(await accept(newcomer(), third.code))).toBe('INVITE_NOT_FOUND');
  });

  it('is made by the head for members of the own household who are not bound', async () => {
    const { head, residentId, memberIds, invite } = await inviteMember();
    const other = await registerHome(world(), scene.place.here, { name: '别家' });
    expect(outcome(await ask(head.identity, 'invite', { residentId: other.memberIds[0] }))).toBe('RESIDENT_NOT_FOUND');
    const member = newcomer();
    await accept(member, invite.code);
    expect(outcome(await ask(member, 'invite', { residentId: memberIds[0] }))).toBe('ONLY_HEAD');
    expect(outcome(await ask(head.identity, 'invite', { residentId }))).toBe('RESIDENT_BOUND_ALREADY');
    expect(outcome(await accept(head.identity, invite.code))).toBe('BOUND_ALREADY');
  });

  it('cannot be guessed for long', async () => {
    const who = newcomer();
    for (let i = 0; i < 10; i++) expect(outcome(await accept(who, 'AAAACCCCDDDD'))).toBe('INVITE_NOT_FOUND');
    expect(outcome(await accept(who, 'AAAACCCCDDDD'))).toBe('TOO_MANY');
  });
});

describe('unbinding', () => {
  it('ends the binding, keeps the trail, tells the others, and lets somebody bind again', async () => {
    const home = await handOut({ name: '换手机' });
    const old = newcomer();
    await ask(old, 'bindByCard', { card: home.card.number, code: home.code, consent: CONSENT });
    scene.nowMs += 1000;
    expect((await ask(old, 'unbind')).data).toEqual({ unbound: true });
    scene.nowMs += 1000;
    expect((await ask(old, 'me')).data.resident).toBeNull();
    expect(outcome(await ask(old, 'unbind'))).toBe('NOT_ALLOWED');
    const { data } = await ask(scene.place.staff.identity, 'issueBindCode', { residentId: home.residentId });
    expect(
      outcome(await ask(newcomer(), 'bindByCard', { card: home.card.number, code: data.code, consent: CONSENT })),
    ).toBe('ok');
    const trail = await database.ownerPool.query('select kind from binding_event where resident_id = $1 order by at', [
      home.residentId,
    ]);
    expect(trail.rows.map((row) => row.kind)).toEqual(['boundByCard', 'unbound', 'boundByCard']);
    expect(
      await count("select from outbox where topic = 'memberUnbound' and payload->>'residentId' = $1", home.residentId),
    ).toBe(1);
  });

  it('is told once more when the answer was lost on the way, although the one who asks may no longer ask', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '掉线' }, { name: '儿子' });
    const { identity } = await bind(world(), home.memberIds[0] ?? '');
    const [requestId, inviteId] = [randomUUID(), randomUUID()];
    const invite = () => ask(identity, 'invite', { residentId: home.memberIds[1] }, inviteId);
    expect(outcome(await invite())).toBe('ok');
    expect(await ask(identity, 'unbind', {}, requestId)).toMatchObject({ data: { unbound: true } });
    expect(await ask(identity, 'unbind', {}, requestId)).toMatchObject({ data: { unbound: true } });
    expect(outcome(await ask(scene.place.staff.identity, 'unbind', {}, requestId))).toBe('REQUEST_ID_REUSED');
    expect(outcome(await invite())).toBe('NOT_ALLOWED'); // there is a code in that answer
  });
});
