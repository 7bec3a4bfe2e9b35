import { namesOf } from '../../household';
import type { InputOf } from '../../kit/action';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import { type RoleHolder, reaches } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { reachUnit, unitOf } from '../../organisation';
import { BASIS_FIELDS, type BasisKind } from '../../values/basis';
import { APPOINTERS, OFFICE, type Role, SUPERVISORS } from '../../values/roles';
import * as contract from '../contract/basis-changes';
import { differing } from '../rules/basis-change';
import { documentFor } from '../services/holds';
import { lockBases } from '../services/name-apart';
import { guidelinesOf, policyDocumentsOf, programmesOf } from '../store/basis';
import * as store from '../store/basis-changes';

/** How one of each is found, and who keeps it: in the unit that set it, or above. */
const OF = { document: policyDocumentsOf, guideline: guidelinesOf, programme: programmesOf } as const;
const MISSING = {
  document: refuse('DOCUMENT_NOT_FOUND'),
  guideline: refuse('GUIDELINE_NOT_FOUND'),
  programme: refuse('PROGRAMME_NOT_FOUND'),
} as const satisfies Record<BasisKind, Refusal>;
const KEEPERS: Readonly<Record<BasisKind, readonly Role[]>> = {
  document: APPOINTERS,
  guideline: SUPERVISORS,
  programme: ['communityAdmin'],
};

async function basisChanges(call: Call<RoleHolder>, { of, id }: InputOf<typeof contract.basisChanges>) {
  const row = (await OF[of](call.db, [id])).get(id);
  const unit = row && (await unitOf(call.db, row.unitId));
  if (!row || !unit) return MISSING[of];
  const isBelow = call.caller.roles.some(({ unitPath }) => unitPath.startsWith(unit.path)); // it holds for them
  if (!isBelow && !reaches(call.caller, [...OFFICE, ...SUPERVISORS], unit.path))
    return refuse('NOT_ALLOWED', { because: 'outOfReach' });
  const found = await store.changesOf(call.db, of, id, contract.BASIS_CHANGES_TOLD);
  const names = await namesOf(call.world, call.db, [...new Set(found.map(({ changedBy }) => changedBy))]);
  return {
    mayChange: !row.isEnded && unit.endedOn === null && reaches(call.caller, KEEPERS[of], unit.path),
    changes: found.reverse().map(({ changedBy, before, ...change }) => ({
      ...{ ...change, before: [...before], byName: names.get(changedBy) ?? '' },
    })),
  };
}

interface Known {
  readonly unitId: string;
  readonly isEnded: boolean;
}
/** What is to be changed, as it reads under the lock of its unit. */
async function reachBasis<T extends Known, M extends (typeof MISSING)[BasisKind]>(
  call: WriteCall<RoleHolder>,
  { kind, id, missing, find }: { kind: BasisKind; id: string; missing: M; find: () => Promise<ReadonlyMap<string, T>> },
): Promise<T | M | Refusal<'NOT_ALLOWED' | 'BASIS_ENDED'>> {
  const known = (await find()).get(id);
  if (!known) return missing;
  const unit = await reachUnit(call, known.unitId, KEEPERS[kind]);
  if (isRefusal(unit)) return unit.code === 'NOT_ALLOWED' ? refuse('NOT_ALLOWED', unit.detail) : missing;
  call.note({ targetKind: kind, targetId: id, unitId: unit.unitId });
  await lockBases(call.db, unit.unitId);
  const row = (await find()).get(id);
  return !row || row.isEnded ? refuse('BASIS_ENDED') : row;
}

interface Changing {
  readonly kind: BasisKind;
  readonly id: string;
  readonly because: string;
}
/** The line in the trail. Nothing is kept of a correction that changes nothing. */
async function keep(
  call: WriteCall<RoleHolder>,
  { kind, id, because }: Changing,
  what: store.BasisChangeRow['what'],
  before: store.BasisChangeRow['before'] = [],
): Promise<void> {
  if (what === 'corrected' && before.length === 0) return;
  await store.insertChange(call.db, {
    ...{ changeId: newId(call.world), of: kind, id, because, what, before },
    ...{ changedBy: call.caller.residentId, atMs: call.nowMs },
  });
}
async function end(call: WriteCall<RoleHolder>, changing: Changing): Promise<void> {
  await store.endBasis(call.db, changing.kind, changing.id, call.nowMs);
  await keep(call, changing, 'ended');
}

async function changePolicyDocument(
  call: WriteCall<RoleHolder>,
  { policyDocumentId: id, change, because }: InputOf<typeof contract.changePolicyDocument>,
) {
  const changing = { kind: 'document' as const, id, because };
  const find = () => policyDocumentsOf(call.db, [id]);
  const row = await reachBasis(call, { ...changing, missing: MISSING.document, find });
  if (isRefusal(row)) return row;
  if (change.what === 'ended') await end(call, changing);
  else {
    const { number } = change;
    if (await store.isBorne(call.db, 'document', { id, unitId: row.unitId, called: number }))
      return refuse('DOCUMENT_EXISTS', { number });
    await store.correctDocument(call.db, id, change);
    await keep(call, changing, 'corrected', differing(BASIS_FIELDS.document, row, change));
  }
  return { policyDocumentId: id };
}

async function changeGuideline(
  call: WriteCall<RoleHolder>,
  { guidelineItemId: id, change, because }: InputOf<typeof contract.changeGuideline>,
) {
  const changing = { kind: 'guideline' as const, id, because };
  const find = () => guidelinesOf(call.db, [id]);
  const row = await reachBasis(call, { ...changing, missing: MISSING.guideline, find });
  if (isRefusal(row)) return row;
  if (change.what === 'ended') await end(call, changing);
  else {
    const { name, pointsMin, pointsMax } = change;
    if (pointsMax < pointsMin) return refuse('RANGE_REVERSED', { pointsMin, pointsMax });
    if (await store.isBorne(call.db, 'guideline', { id, unitId: row.unitId, called: name }))
      return refuse('GUIDELINE_EXISTS', { name });
    const documents = await numbersOf(call, { path: row.unitPath }, row.policyDocumentId, change.policyDocumentId);
    if (isRefusal(documents)) return documents;
    await store.correctGuideline(call.db, id, change);
    const [before, after] = documents;
    const read = differing(
      BASIS_FIELDS.guideline,
      { ...row, policyDocument: before },
      { ...change, policyDocument: after },
    );
    await keep(call, changing, 'corrected', read);
  }
  return { guidelineItemId: id };
}

/** 文号 of the notice that it rested on, and of the one that it is to rest on: another one is in force. */
async function numbersOf(
  { db }: WriteCall,
  unit: { readonly path: string },
  beforeId: string,
  afterId: string,
): Promise<readonly [string, string] | Refusal<'DOCUMENT_NOT_FOUND'>> {
  const before = (await policyDocumentsOf(db, [beforeId])).get(beforeId)?.number ?? '';
  if (afterId === beforeId) return [before, before];
  const after = await documentFor(db, unit, afterId);
  return isRefusal(after) ? after : [before, after.number];
}

async function changeProgramme(
  call: WriteCall<RoleHolder>,
  { programmeId: id, change, because }: InputOf<typeof contract.changeProgramme>,
) {
  const changing = { kind: 'programme' as const, id, because };
  const find = () => programmesOf(call.db, [id]);
  const row = await reachBasis(call, { ...changing, missing: MISSING.programme, find });
  if (isRefusal(row)) return row;
  if (change.what === 'ended') await end(call, changing);
  else {
    const { name } = change;
    if (await store.isBorne(call.db, 'programme', { id, unitId: row.unitId, called: name }))
      return refuse('PROGRAMME_EXISTS', { name });
    await store.correctProgramme(call.db, id, change);
    await keep(call, changing, 'corrected', differing(BASIS_FIELDS.programme, row, change));
  }
  return { programmeId: id };
}

export const basisChangeActions = [
  read(contract.basisChanges, basisChanges),
  write(contract.changePolicyDocument, changePolicyDocument),
  write(contract.changeGuideline, changeGuideline),
  write(contract.changeProgramme, changeProgramme),
];
