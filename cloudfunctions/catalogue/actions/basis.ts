import { type InputOf, type Role, SUPERVISORS } from '../../kit/action';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { reachCommunity, reachUnit, unitOf } from '../../organisation';
import * as contract from '../contract/basis';
import * as store from '../store/basis';

async function policyDocuments(call: Call, input: InputOf<typeof contract.policyDocuments>) {
  const unit = await unitOf(call.db, input.unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const documents = await store.policyDocumentsAbove(call.db, unit.path);
  return { documents: documents.map(({ unitPath: _path, ...document }) => document) };
}

const DOCUMENT_KEEPERS: readonly Role[] = ['communityAdmin', ...SUPERVISORS];

async function addPolicyDocument(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.addPolicyDocument>) {
  const unit = await reachUnit(call, input.unitId, DOCUMENT_KEEPERS);
  if (isRefusal(unit)) return unit;
  const policyDocumentId = newId(call.world);
  const isNew = await store.addPolicyDocument(call.db, { ...input, policyDocumentId }, call.nowMs);
  if (!isNew) return refuse('DOCUMENT_EXISTS', { number: input.number });
  call.note({ targetKind: 'policyDocument', targetId: policyDocumentId, unitId: unit.unitId });
  return { policyDocumentId };
}

async function guidelines(call: Call, input: InputOf<typeof contract.guidelines>) {
  const unit = await unitOf(call.db, input.unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const found = await store.guidelinesAbove(call.db, unit.path);
  return { guidelines: found.map(({ unitPath: _path, ...guideline }) => guideline) };
}

/** Only a city or a district sets ranges; they hold for every community below it. */
const GUIDELINE_LEVELS = ['city', 'district'];

async function addGuideline(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.addGuideline>) {
  const unit = await reachUnit(call, input.unitId, SUPERVISORS);
  if (isRefusal(unit)) return unit;
  if (!GUIDELINE_LEVELS.includes(unit.level)) return refuse('UNIT_NOT_FOUND', { levels: GUIDELINE_LEVELS });
  if (input.pointsMax < input.pointsMin)
    return refuse('RANGE_REVERSED', { pointsMin: input.pointsMin, pointsMax: input.pointsMax });
  const document = (await store.policyDocumentsOf(call.db, [input.policyDocumentId])).get(input.policyDocumentId);
  if (!document || !unit.path.startsWith(document.unitPath)) return refuse('DOCUMENT_NOT_FOUND');
  const guidelineItemId = newId(call.world);
  const isNew = await store.addGuideline(call.db, { ...input, guidelineItemId }, call.nowMs);
  if (!isNew) return refuse('GUIDELINE_EXISTS', { name: input.name });
  call.note({ targetKind: 'guidelineItem', targetId: guidelineItemId, unitId: unit.unitId });
  return { guidelineItemId };
}

async function programmes(call: Call, input: InputOf<typeof contract.programmes>) {
  const unit = await unitOf(call.db, input.unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  return { programmes: await store.programmesOf(call.db, unit.unitId) };
}

async function addProgramme(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.addProgramme>) {
  const unit = await reachCommunity(call, input.unitId, ['communityAdmin']);
  if (isRefusal(unit)) return unit;
  const programmeId = newId(call.world);
  const isNew = await store.addProgramme(call.db, { ...input, programmeId }, call.nowMs);
  if (!isNew) return refuse('PROGRAMME_EXISTS', { name: input.name });
  call.note({ targetKind: 'programme', targetId: programmeId, unitId: unit.unitId });
  return { programmeId };
}

export const basisActions = [
  read(contract.policyDocuments, policyDocuments),
  write(contract.addPolicyDocument, addPolicyDocument),
  read(contract.guidelines, guidelines),
  write(contract.addGuideline, addGuideline),
  read(contract.programmes, programmes),
  write(contract.addProgramme, addProgramme),
];
