import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import { addDays, DAY_MS, startOfDayMs } from '../../values/dates';
import { UNSEEN_MAX } from '../../values/people';
import * as contract from '../contract/news';
import { mayActFor } from '../rules/access';
import { type Coming, comingUp, leadOf, TOLD_DAYS_BEFORE } from '../rules/news';
import type { PersonRow } from '../rules/standing';
import { describeChanges } from '../services/changes';
import { wardsOf } from '../services/guardians';
import { namesOf } from '../services/personal/read';
import { changesById } from '../store/changes';
import { countNews, markSeen, type NewsRow, pageOfNews, type Reader, seenUpTo } from '../store/news';
import { membersOf, personOf } from '../store/people';

const BY_TIME = { atMs: Millis, newsId: Id };
/** Who has never looked is told of so much as new. */
const NEW_DAYS = 30;

async function news(call: Call<ResidentCaller>, input: InputOf<typeof contract.news>) {
  const after = readCursor(BY_TIME, input.cursor);
  if (isRefusal(after)) return after;
  const near = await peopleNear(call);
  const reader = readerOf(call, near);
  const sinceMs = (await seenUpTo(call.db, call.caller.residentId)) ?? call.nowMs - NEW_DAYS * DAY_MS;
  const coming = comingUp(near.decidedFor, call.today).slice(0, contract.COMING_MAX);
  const found = await pageOfNews(call.db, reader, after, input.limit + 1);
  const { page, nextCursor } = cutPage(BY_TIME, found, input.limit);
  const counted = await countNews(call.db, reader, sinceMs, UNSEEN_MAX);
  const newComing = coming.filter((one) => toldSinceMs(one) > sinceMs).length;
  const shownMs = [...coming.map(toldSinceMs), ...page.map(({ atMs }) => atMs)];
  return {
    unseen: Math.min(UNSEEN_MAX, counted + newComing),
    news: await describeNews(call, page, near, sinceMs),
    comingUp: await describeComing(call, coming, near, sinceMs),
    upToMs: shownMs.length > 0 ? Math.max(...shownMs) : null,
    nextCursor,
  };
}

interface Near {
  readonly wards: readonly PersonRow[];
  readonly members: readonly PersonRow[];
  /** They themself, and those for whom they act. */
  readonly decidedFor: readonly PersonRow[];
}

async function peopleNear(call: Call<ResidentCaller>): Promise<Near> {
  const { residentId, householdId } = call.caller;
  const [self, wards, members] = await Promise.all([
    personOf(call.db, residentId),
    wardsOf(call),
    householdId ? membersOf(call.db, householdId) : [],
  ]);
  const others = members.filter((one) => one.residentId !== residentId && mayActFor(call, one));
  return { wards, members, decidedFor: [...(self ? [self] : []), ...others, ...wards] };
}

const idsOf = (people: readonly PersonRow[]) => people.map((one) => one.residentId);

function readerOf({ caller: { residentId, householdId } }: Call<ResidentCaller>, { wards, members }: Near): Reader {
  const ownIds = [residentId, ...idsOf(wards)];
  return { residentId, householdId, ownIds, peopleIds: [...new Set([...ownIds, ...idsOf(members)])] };
}

const toldSinceMs = ({ on }: Coming): number => startOfDayMs(addDays(on, -TOLD_DAYS_BEFORE));

const readingOf = ({ caller: { residentId, householdId } }: Call<ResidentCaller>, { wards, decidedFor }: Near) => ({
  ...{ residentId, householdId, wardIds: idsOf(wards), actsForIds: idsOf(decidedFor) },
});

async function describeComing(call: Call<ResidentCaller>, coming: readonly Coming[], near: Near, sinceMs: number) {
  const reading = readingOf(call, near);
  const names = await namesOf(
    call.world,
    call.db,
    coming.map(({ residentId }) => residentId),
  );
  return coming.map((one) => ({
    ...one,
    name: names.get(one.residentId) ?? '',
    isSelf: one.residentId === call.caller.residentId,
    leadsTo: leadOf({ ...one, kind: one.what }, reading),
    isNew: toldSinceMs(one) > sinceMs,
  }));
}

async function describeNews(call: Call<ResidentCaller>, page: readonly NewsRow[], near: Near, sinceMs: number) {
  const reading = readingOf(call, near);
  const idsAbout = (isChange: boolean) => page.filter(({ about }) => (about === 'change') === isChange);
  const changes = await describeChanges(
    call,
    await changesById(
      call.db,
      idsAbout(true).map(({ newsId }) => newsId),
    ),
  );
  const byId = new Map(changes.map((change) => [change.changeId, change]));
  const names = await namesOf(
    call.world,
    call.db,
    idsAbout(false).flatMap(({ residentId, byResidentId }) => [residentId ?? [], byResidentId ?? []].flat()),
  );
  return page.map(({ newsId, about, residentId, byResidentId, atMs }) => ({
    ...{ newsId, atMs, isNew: atMs > sinceMs, change: byId.get(newsId) ?? null },
    leadsTo: leadOf({ kind: byId.get(newsId)?.kind ?? about, residentId }, reading),
    binding:
      about === 'change'
        ? null
        : { kind: about, name: names.get(residentId ?? '') ?? '', byName: names.get(byResidentId ?? '') ?? '' },
  }));
}

async function seeNews(call: WriteCall<ResidentCaller>, { upToMs }: InputOf<typeof contract.seeNews>) {
  await markSeen(call.db, call.caller.residentId, Math.min(upToMs, call.nowMs));
  return { seen: true as const };
}

export const newsActions = [read(contract.news, news), write(contract.seeNews, seeNews)];
