import type * as z from 'zod';
import { policyDocumentsOf } from '../../catalogue';
import { hasRight } from '../../household';
import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Points } from '../../kit/fields';
import { type Call, read } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { providersOf, unitOf } from '../../organisation';
import { KIND_NAMES } from '../../values/rewards';
import type { Reward } from '../contract';
import { POOL_MAX } from '../contract/fields';
import * as contract from '../contract/rewards';
import { type Holder, nextFor, obstacles } from '../rules';
import { type Facts, readFacts, sourcesOf, standingOf } from '../services/standing';
import { consentingOf, findSubject, isOnlyStaff, naturalHolder, reachSubject, type Subject } from '../services/subject';
import { providerBriefs, unitNote } from '../services/views';
import { type GoodsRow, goodsOf } from '../store/goods';
import { type OpenKind, openKindsOf } from '../store/kinds';
import { vouchersInHand } from '../store/reading';
import { honouringOf, type RewardRow, rewardOf, rewardsAbove } from '../store/rewards';

type RewardView = z.output<typeof Reward>;

const BY_COST = { cost: Points, rewardId: Id };

async function list(call: Call<ResidentCaller>, input: InputOf<typeof contract.list>) {
  const after = readCursor(BY_COST, input.cursor);
  if (isRefusal(after)) return after;
  const base = await askedHolder(call, input.holder);
  if (isRefusal(base)) return base;
  const unitId = input.unitId ?? base.communityId;
  if (!unitId)
    return refuse('INVALID_INPUT', { fields: ['input.unitId'], why: ['needed for who lives in no community'] });
  const unit = await unitOf(call.db, unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const { kinds, holderKinds, limit } = input;
  const found = await rewardsAbove(call.db, { unitPath: unit.path, kinds, holderKinds, after, limit: limit + 1 });
  const { page, nextCursor } = cutPage(BY_COST, found, limit);
  return { rewards: await viewRewards(call, page, base), nextCursor };
}

/** A retired reward can still be looked at: issued vouchers are honoured. */
async function get(call: Call<ResidentCaller>, input: InputOf<typeof contract.get>) {
  const base = await askedHolder(call, input.holder);
  if (isRefusal(base)) return base;
  const reward = await rewardOf(call.db, input.rewardId);
  if (!reward) return refuse('REWARD_NOT_FOUND');
  const [view] = await viewRewards(call, [reward], base);
  return view ? { ...view, opened: openedWith(call, reward) } : refuse('REWARD_NOT_FOUND');
}

/** What residents need not know, for who may open it anew. */
function openedWith(
  call: Call<ResidentCaller>,
  { unitPath, stockPerPeriod, policyDocumentId, fundedBy, unitCostCents, windows }: RewardRow,
) {
  const mayReplace = hasRight(call, 'keepRewards', { unitPath });
  const ownWindows = windows && [...windows];
  return mayReplace ? { stockPerPeriod, policyDocumentId, fundedBy, unitCostCents, ownWindows } : null;
}

/** The caller unless said otherwise. Looking at somebody else's points as staff is noted. */
async function askedHolder(call: Call<ResidentCaller>, asked: Holder | undefined) {
  const holder = asked ?? { kind: 'resident' as const, id: call.caller.residentId };
  const subject = await reachSubject(call, call.db, holder, 'seeVouchers');
  if (!isRefusal(subject) && isOnlyStaff(call, subject))
    call.note({ targetKind: holder.kind, targetId: holder.id, ...unitNote(subject) });
  return subject;
}

async function viewRewards(
  call: Call<ResidentCaller>,
  rewards: readonly RewardRow[],
  base: Subject,
): Promise<RewardView[]> {
  const subjects = await subjectsFor(call, rewards, base);
  const pools = new Map<string, Holder[]>();
  for (const [id, subject] of subjects)
    pools.set(id, seesFamily(call, subject) ? await consentingOf(call, subject) : []);
  const all = [...subjects.values()];
  const payers = [...all.map(({ holder }) => holder), ...[...pools.values()].flat()];
  const facts = await readFacts(call.db, rewards, all, payers, call);
  const ids = rewards.map((reward) => reward.rewardId);
  const lineIds = rewards.map((reward) => reward.lineId);
  const inHand = await vouchersInHand(
    call.db,
    lineIds,
    all.flatMap(({ accountIds }) => accountIds),
    call.nowMs,
  );
  const honouring = await honouringOf(call.db, ids);
  const honoured = [...honouring.values()].flat().map(({ providerId }) => providerId);
  const providers = await providersOf(call.db, [...new Set(honoured)]);
  const kinds = await openKindsOf(
    call.db,
    rewards.flatMap(({ kindId }) => kindId ?? []),
  );
  const things = await goodsOf(
    call.db,
    rewards.flatMap(({ goodsId }) => goodsId ?? []),
  );
  const documents = await policyDocumentsOf(call.db, [...new Set(rewards.map((reward) => reward.policyDocumentId))]);
  return rewards.map((reward) => {
    const subject = subjects.get(naturalHolder(call, base, reward.holderKind).id) ?? base;
    const voucherId = subject.accountIds.flatMap((id) => inHand.get(`${reward.lineId} ${id}`) ?? [])[0] ?? null;
    return {
      ...describe(reward),
      kindName: kindName(reward, kinds),
      goods: thingOf(reward, things),
      stockLeft: Math.min(facts.stockLeft(reward), facts.shelfLeft(reward) ?? Number.POSITIVE_INFINITY),
      windows: [...facts.redemption(reward, subject.communityId).windows],
      providers: (honouring.get(reward.rewardId) ?? []).flatMap(({ providerId, choice }) =>
        providerBriefs(providers, [providerId]).map((brief) => ({ ...brief, choice })),
      ),
      policyDocumentNumber: documents.get(reward.policyDocumentId)?.number ?? '',
      mine: { ...mineOf(facts, reward, subject, pools.get(subject.holder.id) ?? [], call.today), voucherId },
    };
  });
}

const kindName = ({ kind, kindId }: RewardRow, open: ReadonlyMap<string, OpenKind>) =>
  kind === 'open' ? (open.get(kindId ?? '')?.name ?? '') : KIND_NAMES[kind];

function thingOf({ goodsId }: RewardRow, things: ReadonlyMap<string, GoodsRow>) {
  const thing = things.get(goodsId ?? '');
  return thing ? { goodsId: thing.goodsId, measure: thing.measure } : null;
}

/** The holders that these rewards are naturally for, by id. */
async function subjectsFor(
  call: Call<ResidentCaller>,
  rewards: readonly RewardRow[],
  base: Subject,
): Promise<Map<string, Subject>> {
  const subjects = new Map([[base.holder.id, base]]);
  for (const kind of new Set(rewards.map((reward) => reward.holderKind))) {
    const holder = naturalHolder(call, base, kind);
    const subject = subjects.get(holder.id) ?? (await findSubject(call.db, holder));
    if (subject && hasRight(call, 'seeVouchers', subject)) subjects.set(holder.id, subject);
  }
  return subjects;
}

/** What others of a household have is not for a guardian who lives elsewhere. */
const seesFamily = (call: Call<ResidentCaller>, subject: Subject): boolean =>
  subject.householdId === call.caller.householdId || hasRight(call, 'serve', subject);

function mineOf(facts: Facts, reward: RewardRow, subject: Subject, consenting: readonly Holder[], today: string) {
  const pool = sourcesOf(facts, consenting).slice(0, POOL_MAX);
  const standing = standingOf(facts, reward, subject, pool);
  const found = obstacles(reward, standing, today);
  return {
    holder: { ...subject.holder },
    available: standing.available,
    missing: Math.max(0, reward.cost - standing.available),
    poolAvailable: standing.poolAvailable,
    pool: pool.map(({ holder, available }) => ({ holder: { ...holder }, available })),
    obstacles: [...found],
    next: nextFor(standing, found),
  };
}

const describe = (reward: RewardRow) => ({
  rewardId: reward.rewardId,
  unitId: reward.unitId,
  kind: reward.kind,
  kindId: reward.kindId,
  title: reward.title,
  summary: reward.summary,
  about: reward.about,
  cost: reward.cost,
  holderKind: reward.holderKind,
  ageMin: reward.ageMin,
  ageMax: reward.ageMax,
  ruralOnly: reward.ruralOnly,
  leastLifetime: reward.leastLifetime,
  period: reward.period,
  limitHolder: reward.limitHolder,
  limitHousehold: reward.limitHousehold,
  validDays: reward.validDays,
  monthPoints: reward.monthPoints,
  monthCents: reward.monthCents,
  choices: [...reward.choices],
  steps: [...reward.steps],
});

export const rewardReads = [read(contract.list, list), read(contract.get, get)];
