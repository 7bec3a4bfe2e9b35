import { refuseWithout } from '../../household';
import type { InputOf, OutputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import { type RoleHolder, reaches } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { limitsOf, reachCommunity, rolesOf, type UnitRow, unitOf } from '../../organisation';
import { OFFICE, type Role, SUPERVISORS } from '../../values/roles';
import * as contract from '../contract/publishing';
import { itemPublished, itemRetired } from '../events';
import { type Candidate, type Finding, lint, type Neighbour } from '../rules/lint';
import { isNearDuplicate } from '../rules/near-duplicate';
import { lacksSecondPerson } from '../rules/second-person';
import { holdsIn, isOwn } from '../services/holds';
import {
  type GuidelineRow,
  guidelinesOf,
  type PolicyDocumentRow,
  type ProgrammeRow,
  policyDocumentsOf,
  programmesOf,
} from '../store/basis';
import * as store from '../store/items';
import type { ItemVersion } from '../store/versions';

type Published = OutputOf<typeof contract.publishItem>;

async function publishItem(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.publishItem>) {
  const unit = await reachCommunity(call, input.unitId, [...OFFICE, ...SUPERVISORS]);
  if (isRefusal(unit)) return unit;
  await store.lockItems(call.db, unit.unitId);
  const active = await store.activeItems(call.db, unit.unitId);
  const wanted = [...new Set(input.itemIds)];
  const unknown = wanted.find((itemId) => !active.some((item) => item.itemId === itemId));
  if (unknown) return refuse('ITEM_NOT_FOUND', { itemId: unknown });
  const drafts = await store.draftsOf(call.db, unit.unitId, wanted);
  const basis = await loadBasis(call, unit, [...drafts.values()]);
  const neighbours = new Map(active.map((item) => [item.itemId, toNeighbour(item)]));
  const pointsAlone = (await limitsOf(call.db, unit)).itemPointsAlone;
  const retired = await store.retiredNames(call.db, unit.unitId);
  const answer: Published = { published: [], refused: [] };
  for (const itemId of wanted) {
    const drafted = drafts.get(itemId);
    if (drafted) await publishOne(call, drafted, { ...basis, retired, pointsAlone }, neighbours, answer);
    else answer.published.push({ itemId, version: versionInForce(active, itemId) }); // somebody was quicker
  }
  return answer;
}

const toNeighbour = ({ itemId, name, state }: store.ItemRow): Neighbour => ({
  itemId,
  name,
  isPublished: state === 'published',
});
const versionInForce = (items: readonly store.ItemRow[], itemId: string) =>
  items.find((item) => item.itemId === itemId)?.currentVersion ?? 0;

interface Basis {
  readonly unit: UnitRow;
  readonly documents: ReadonlyMap<string, PolicyDocumentRow>;
  readonly guidelines: ReadonlyMap<string, GuidelineRow>;
  readonly programmes: ReadonlyMap<string, ProgrammeRow>;
  readonly pointsAlone: number;
  readonly retired: Awaited<ReturnType<typeof store.retiredNames>>;
}

async function loadBasis({ db }: WriteCall, unit: UnitRow, drafts: readonly ItemVersion[]) {
  const idsOf = (key: 'policyDocumentId' | 'guidelineItemId' | 'programmeId') =>
    drafts.flatMap((draft) => draft[key] ?? []);
  return {
    unit,
    documents: await policyDocumentsOf(db, idsOf('policyDocumentId')),
    guidelines: await guidelinesOf(db, idsOf('guidelineItemId')),
    programmes: await programmesOf(db, idsOf('programmeId')),
  };
}

/** One draft's fate; published, it is a neighbour of those that follow. */
async function publishOne(
  call: WriteCall<RoleHolder>,
  drafted: ItemVersion,
  basis: Basis,
  neighbours: Map<string, Neighbour>,
  answer: Published,
): Promise<void> {
  const { itemId, version, name } = drafted;
  const findings = [
    ...lint(toCandidate(drafted, basis), [...neighbours.values()]),
    ...(await withoutSecond(call, drafted, basis)),
  ];
  const detail = { version, findings: findings.map((finding) => finding.rule) };
  call.note({ targetKind: 'item', targetId: itemId, unitId: basis.unit.unitId, detail });
  if (findings.length > 0) {
    answer.refused.push({ itemId, name, findings });
    return;
  }
  if (version === 1) await continueRetired(call, drafted, basis);
  await store.publishVersion(call.db, drafted, call.caller.residentId, call.nowMs);
  neighbours.set(itemId, { itemId, name, isPublished: true });
  answer.published.push({ itemId, version });
  call.publish(itemPublished({ itemId, version, unitId: basis.unit.unitId }));
}

const LEADERS: readonly Role[] = ['communityAdmin', ...SUPERVISORS];

async function withoutSecond(
  { db, caller, today }: WriteCall<RoleHolder>,
  { draftedBy, points }: ItemVersion,
  { unit, pointsAlone }: Basis,
): Promise<Finding[]> {
  const leads = (roles: Parameters<typeof reaches>[0]['roles']) => reaches({ ...caller, roles }, LEADERS, unit.path);
  const drafter = { residentId: draftedBy, leads: leads(await rolesOf(db, draftedBy, today)) };
  const publisher = { residentId: caller.residentId, leads: leads(caller.roles) };
  const lacks = lacksSecondPerson(points, pointsAlone, drafter, publisher);
  return lacks ? [{ rule: 'secondPerson', detail: { pointsAlone } }] : [];
}

/** Opened again under a name that earned points before, it counts on where that left off: a cap is the matter's, not the row's. */
async function continueRetired({ db }: WriteCall, { itemId, name }: ItemVersion, { retired }: Basis): Promise<void> {
  const before = retired.find((one) => isNearDuplicate(one.name, name));
  if (before) await store.continueLineage(db, itemId, before.lineageId);
}

function toCandidate(
  drafted: ItemVersion,
  { unit, documents, guidelines, programmes }: Omit<Basis, 'retired' | 'pointsAlone'>,
): Candidate {
  const guideline = guidelines.get(drafted.guidelineItemId ?? '');
  const programme = programmes.get(drafted.programmeId ?? '');
  return {
    ...drafted,
    hasDocument: holdsIn(unit, documents.get(drafted.policyDocumentId ?? '')),
    guideline: holdsIn(unit, guideline) ? guideline : null,
    hasOwnProgramme: programme !== undefined && isOwn(unit, programme),
  };
}

async function retireItem(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.retireItem>) {
  const known = await store.itemOf(call.db, input.itemId);
  const unit = known && (await unitOf(call.db, known.unitId));
  if (!known || !unit) return refuse('ITEM_NOT_FOUND');
  const denial = refuseWithout('keepItems', call, { unitPath: unit.path });
  if (denial) return denial;
  await store.lockItems(call.db, unit.unitId);
  const item = await store.itemOf(call.db, input.itemId);
  if (item?.state === 'retired') return refuse('ITEM_RETIRED');
  await store.retire(call.db, known.itemId, input.because, call.today);
  call.note({ targetKind: 'item', targetId: known.itemId, unitId: unit.unitId, role: 'communityAdmin' });
  call.publish(itemRetired({ itemId: known.itemId, unitId: unit.unitId }));
  return { itemId: known.itemId };
}

export const publishingActions = [write(contract.publishItem, publishItem), write(contract.retireItem, retireItem)];
