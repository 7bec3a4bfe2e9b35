import type { InputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { reachCommunity, type UnitRow } from '../../organisation';
import { OFFICE } from '../../values/roles';
import * as contract from '../contract/drafts';
import { changeDraft, type Draft, startDraft } from '../rules/draft';
import { documentFor, holdsIn, isOwn } from '../services/holds';
import { guidelinesOf, programmesOf } from '../store/basis';
import * as store from '../store/items';
import { publishedItem } from '../store/versions';

type DraftInput = InputOf<typeof contract.draftItem>;

async function draftItem(call: WriteCall<RoleHolder>, input: DraftInput) {
  const unit = await reachCommunity(call, input.unitId, OFFICE);
  if (isRefusal(unit)) return unit;
  const { itemId, unitId: _unit, ...change } = input;
  const wrong = await refuseWrongBasis(call, unit, change);
  if (wrong) return wrong;
  await store.lockItems(call.db, unit.unitId);
  const saved = itemId ? await draftAgain(call, unit, itemId, change) : await draftFirst(call, unit, change);
  if (isRefusal(saved)) return saved;
  const { version } = saved;
  call.note({
    targetKind: 'item',
    targetId: saved.itemId,
    unitId: unit.unitId,
    detail: { version, change: 'drafted' },
  });
  return saved;
}

type Change = Omit<DraftInput, 'itemId' | 'unitId'>;

async function draftFirst(call: WriteCall<RoleHolder>, unit: UnitRow, change: Change) {
  const first = startDraft(change);
  if (isRefusal(first)) return first;
  const item = { itemId: newId(call.world), unitId: unit.unitId, name: first.name, sheet: null };
  const added = await store.addItems(call.db, [item], call.nowMs);
  if (added.length === 0) return refuse('ITEM_EXISTS', { name: first.name });
  const version = { itemId: item.itemId, version: 1, draft: first };
  await store.addVersions(call.db, [version], call.caller.residentId, call.nowMs);
  return { itemId: item.itemId, version: 1 };
}

/** Changes the draft there is, or begins the next version: the published one keeps counting until then. */
async function draftAgain(call: WriteCall<RoleHolder>, unit: UnitRow, itemId: string, change: Change) {
  const item = await store.itemOf(call.db, itemId);
  if (item?.unitId !== unit.unitId) return refuse('ITEM_NOT_FOUND');
  if (item.state === 'retired') return refuse('ITEM_RETIRED');
  const drafted = (await store.draftsOf(call.db, unit.unitId, [itemId])).get(itemId);
  const before = drafted ?? (await publishedItem(call.db, itemId));
  if (!before) return refuse('ITEM_NOT_FOUND');
  const next = changeDraft(toDraft(before), change);
  if (isRefusal(next)) return next;
  const namesake = (await store.itemsByName(call.db, unit.unitId, [next.name])).get(next.name);
  if (namesake && namesake.itemId !== itemId) return refuse('ITEM_EXISTS', { name: next.name });
  const version = { itemId, version: drafted?.version ?? before.version + 1, draft: next };
  if (drafted) await store.changeVersion(call.db, version, call.caller.residentId, call.nowMs);
  else await store.addVersions(call.db, [version], call.caller.residentId, call.nowMs);
  if (item.state === 'draft') await store.renameItem(call.db, itemId, next.name);
  return { itemId, version: version.version };
}

const toDraft = (version: Draft): Draft => ({
  name: version.name,
  category: version.category,
  points: version.points,
  grades: version.grades,
  perHalfHours: version.perHalfHours,
  condition: version.condition,
  countedPer: version.countedPer,
  evidence: version.evidence,
  holderKind: version.holderKind,
  caps: version.caps,
  ceilings: version.ceilings,
  guidelineItemId: version.guidelineItemId,
  programmeId: version.programmeId,
  policyDocumentId: version.policyDocumentId,
  legalDuty: version.legalDuty,
  needsReview: version.needsReview,
  noticeDays: version.noticeDays,
});

interface Basis {
  readonly guidelineItemId?: string | null | undefined;
  readonly programmeId?: string | null | undefined;
  readonly policyDocumentId?: string | null | undefined;
}
type BasisRefusal = Refusal<'GUIDELINE_NOT_FOUND' | 'PROGRAMME_NOT_FOUND' | 'DOCUMENT_NOT_FOUND'>;

/** A guideline and a document hold for the units below theirs; a programme is the community's very own. */
async function refuseWrongBasis({ db }: WriteCall, unit: UnitRow, basis: Basis): Promise<BasisRefusal | null> {
  const { guidelineItemId, programmeId, policyDocumentId } = basis;
  if (guidelineItemId && !holdsIn(unit, (await guidelinesOf(db, [guidelineItemId])).get(guidelineItemId)))
    return refuse('GUIDELINE_NOT_FOUND');
  const programme = programmeId && (await programmesOf(db, [programmeId])).get(programmeId);
  if (programmeId && !(programme && isOwn(unit, programme))) return refuse('PROGRAMME_NOT_FOUND');
  const document = policyDocumentId ? await documentFor(db, unit, policyDocumentId) : null;
  return isRefusal(document) ? document : null;
}

async function completeDrafts(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.completeDrafts>) {
  const unit = await reachCommunity(call, input.unitId, OFFICE);
  if (isRefusal(unit)) return unit;
  const { itemIds, unitId: _unit, ...completion } = input;
  const wrong = await refuseWrongBasis(call, unit, completion);
  if (wrong) return wrong;
  await store.lockItems(call.db, unit.unitId);
  const wanted = [...new Set(itemIds)];
  const drafts = await store.draftsOf(call.db, unit.unitId, wanted);
  for (const itemId of wanted) {
    const drafted = drafts.get(itemId);
    if (!drafted || drafted.state === 'retired') return refuse('ITEM_NOT_FOUND', { itemId });
    const next = changeDraft(toDraft(drafted), completion);
    if (isRefusal(next)) return next;
    await store.changeVersion(
      call.db,
      { itemId, version: drafted.version, draft: next },
      call.caller.residentId,
      call.nowMs,
    );
    call.note({ targetKind: 'item', targetId: itemId, unitId: unit.unitId, detail: { change: 'completed' } });
  }
  return { completed: wanted.length };
}

export const draftActions = [write(contract.draftItem, draftItem), write(contract.completeDrafts, completeDrafts)];
