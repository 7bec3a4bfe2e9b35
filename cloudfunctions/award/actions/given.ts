import { holderNames, householdsOf, namesOf, personsOf, refuseWithout, wordsOf } from '../../household';
import type { OutputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read, write } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { correctionStates, entryAt, proposeCorrectionOf } from '../../ledger';
import { unitOf } from '../../organisation';
import { WITHDRAW_WITHIN_MS } from '../../values/awards';
import { DAY_MS, startOfDayMs } from '../../values/dates';
import * as contract from '../contract/given';
import { titleOf } from '../rules';
import { readEvidence } from '../services/evidence';
import { type GivenAward, givenAt, givenBy, sumGiven } from '../store/given';
import { type Asked, askedOf, type TurnedDown, turnedDownSince } from '../store/waiting';

const WEEK_MS = 7 * DAY_MS;
const NEWEST_FIRST = { postedAtMs: Millis, accountId: Id, entrySeq: contract.withdraw.input.shape.entrySeq };
type Shown = OutputOf<typeof contract.givenToday>['awards'][number];
const STATES = { waiting: 'correctionWaiting', approved: 'corrected', noted: 'kept' } as const;

export const givenToday = read(contract.givenToday, async (call, { unitId, cursor, limit }) => {
  const after = readCursor(NEWEST_FIRST, cursor);
  if (isRefusal(after)) return after;
  const unit = await unitOf(call.db, unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const denial = refuseWithout('awardHere', call, { unitPath: unit.path });
  if (denial) return denial;
  const mine = { unitId, givenBy: call.caller.residentId };
  const beganMs = startOfDayMs(call.today);
  // what was given just before midnight can still be withdrawn, and so it is still shown
  const since = new Date(Math.min(beganMs, call.nowMs - WITHDRAW_WITHIN_MS));
  const [sum, found, notSigned, asked] = await Promise.all([
    sumGiven(call.db, { ...mine, since: new Date(beganMs) }),
    givenBy(call.db, { ...mine, since }, after, limit + 1),
    after ? [] : turnedDownSince(call.db, mine, call.nowMs - WEEK_MS, contract.TURNED_DOWN_MAX),
    after ? [] : askedOf(call.db, mine, contract.ASKED_MAX),
  ]);
  const { page, nextCursor } = cutPage(NEWEST_FIRST, found, limit);
  call.note({ targetKind: 'awards', targetId: unitId, unitId, detail: { names: page.length } });
  return {
    day: call.today,
    sum,
    awards: await shown(call, page),
    turnedDown: await toTurnedDown(call, notSigned),
    asked: await toAsked(call, asked),
    nextCursor,
  };
});

async function toTurnedDown(call: Call<RoleHolder>, rows: readonly TurnedDown[]) {
  const names = await namesOf(
    call.world,
    call.db,
    rows.map(({ decidedBy }) => decidedBy),
  );
  const wordsFor = await wordsOf(
    call.world,
    call.db,
    rows.map(({ becauseId }) => becauseId),
  );
  return rows.map(({ worth, holders, becauseId, decidedBy, decidedAtMs }) => ({
    ...{ title: worth.title, points: worth.points, holders: holders.length },
    ...{ because: wordsFor(becauseId) ?? '', decidedByName: names.get(decidedBy) ?? '', decidedAtMs },
  }));
}

async function toAsked(call: Call<RoleHolder>, rows: readonly Asked[]) {
  const names = await namesOf(
    call.world,
    call.db,
    rows.map(({ askedBy }) => askedBy),
  );
  const wordsFor = await wordsOf(
    call.world,
    call.db,
    rows.map(({ questionId }) => questionId),
  );
  return rows.map(({ waitingId, worth, holders, questionId, askedBy, askedAtMs }) => ({
    ...{ waitingId, title: worth.title, points: worth.points, holders: holders.length },
    ...{ question: wordsFor(questionId) ?? '', askedByName: names.get(askedBy) ?? '', askedAtMs },
  }));
}

/** As many questions for one as for a hundred. */
async function shown(call: Call<RoleHolder>, page: readonly GivenAward[]): Promise<Shown[]> {
  const by = call.caller.residentId;
  const holders = page.map(({ holderKind: kind, accountId: id }) => ({ kind, id }));
  const ids = holders.map(({ id }) => id);
  const [nameOf, persons, households, told, states] = await Promise.all([
    holderNames(call, holders),
    personsOf(call.db, ids),
    householdsOf(call.db, ids),
    readEvidence(
      call.world,
      call.db,
      page.map(({ sourceId }) => ({ sourceId, givenBy: by })),
    ),
    correctionStates(
      call.db,
      page.map(({ accountId, entrySeq: seq }) => ({ accountId, seq })),
    ),
  ]);
  const stateOf = new Map(states.map(({ accountId, seq, state }) => [`${accountId}/${seq}`, STATES[state]]));
  return page.map((one, i) => {
    const { accountId: id, holderKind: kind, sourceId, entrySeq, points, deedDate, postedAtMs } = one;
    const state = stateOf.get(`${id}/${entrySeq}`) ?? ('stands' as const);
    const untilMs = postedAtMs + WITHDRAW_WITHIN_MS;
    return {
      ...{ deedId: sourceId, title: titleOf(one), evidence: told({ sourceId, givenBy: by }) },
      holder: { kind, id, name: nameOf(holders[i] as (typeof holders)[number]) },
      householdNumber: persons.get(id)?.householdNumber ?? households.get(id)?.number ?? null,
      ...{ points, entrySeq, deedDate, postedAtMs, state },
      withdrawUntilMs: state === 'stands' && call.nowMs < untilMs ? untilMs : null,
    };
  });
}

export const withdraw = write(contract.withdraw, async (call, { accountId, entrySeq, reason }) => {
  const award = await givenAt(call.db, accountId, entrySeq);
  const unit = award && (await unitOf(call.db, award.unitId));
  const entry = award && (await entryAt(call.db, accountId, entrySeq));
  if (!award || !unit || !entry || award.givenBy !== call.caller.residentId) return refuse('AWARD_NOT_FOUND');
  const denial = refuseWithout('awardHere', call, { unitPath: unit.path });
  if (denial) return denial;
  const untilMs = award.postedAtMs + WITHDRAW_WITHIN_MS;
  if (call.nowMs >= untilMs) return refuse('WITHDRAWAL_OVER', { untilMs });
  return proposeCorrectionOf(call, entry, reason);
});
