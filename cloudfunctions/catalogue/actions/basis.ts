import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { DateText, Id } from '../../kit/fields';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { reachCommunity, reachUnit, unitOf } from '../../organisation';
import { APPOINTERS, SUPERVISORS } from '../../values/roles';
import * as contract from '../contract/basis';
import { documentFor } from '../services/holds';
import { lockBases } from '../services/name-apart';
import * as store from '../store/basis';

const BY_DAY = { issuedOn: DateText, policyDocumentId: Id };
/** None leaves its table, and their names may be longer than a cursor. */
const BY_GUIDELINE = { guidelineItemId: Id };
const BY_PROGRAMME = { programmeId: Id };

/** Whether there is a page behind this one. */
const oneMore = <T extends { readonly limit: number }>(asked: T): T => ({ ...asked, limit: asked.limit + 1 });

async function policyDocuments(call: Call, input: InputOf<typeof contract.policyDocuments>) {
  const after = readCursor(BY_DAY, input.cursor);
  if (isRefusal(after)) return after;
  const unit = await unitOf(call.db, input.unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const found = await store.policyDocumentsAbove(call.db, unit.path, after, oneMore(input));
  const { page, nextCursor } = cutPage(BY_DAY, found, input.limit);
  return { documents: page.map(({ unitPath: _path, ...document }) => document), nextCursor };
}

async function addPolicyDocument(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.addPolicyDocument>) {
  const unit = await reachUnit(call, input.unitId, APPOINTERS);
  if (isRefusal(unit)) return unit;
  await lockBases(call.db, unit.unitId);
  const policyDocumentId = newId(call.world);
  const isNew = await store.addPolicyDocument(call.db, { ...input, policyDocumentId }, call.nowMs);
  if (!isNew) return refuse('DOCUMENT_EXISTS', { number: input.number });
  call.note({ targetKind: 'policyDocument', targetId: policyDocumentId, unitId: unit.unitId });
  return { policyDocumentId };
}

async function guidelines(call: Call, input: InputOf<typeof contract.guidelines>) {
  const after = readCursor(BY_GUIDELINE, input.cursor);
  if (isRefusal(after)) return after;
  const unit = await unitOf(call.db, input.unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const found = await store.guidelinesAbove(call.db, unit.path, after?.guidelineItemId, oneMore(input));
  const { page, nextCursor } = cutPage(BY_GUIDELINE, found, input.limit);
  return { guidelines: page.map(({ unitPath: _path, ...guideline }) => guideline), nextCursor };
}

/** Only a city or a district sets ranges; they hold for every community below it. */
const GUIDELINE_LEVELS = ['city', 'district'];

async function addGuideline(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.addGuideline>) {
  const unit = await reachUnit(call, input.unitId, SUPERVISORS);
  if (isRefusal(unit)) return unit;
  if (!GUIDELINE_LEVELS.includes(unit.level)) return refuse('UNIT_NOT_FOUND', { levels: GUIDELINE_LEVELS });
  if (input.pointsMax < input.pointsMin)
    return refuse('RANGE_REVERSED', { pointsMin: input.pointsMin, pointsMax: input.pointsMax });
  const document = await documentFor(call.db, unit, input.policyDocumentId);
  if (isRefusal(document)) return document;
  await lockBases(call.db, unit.unitId);
  const guidelineItemId = newId(call.world);
  const isNew = await store.addGuideline(call.db, { ...input, guidelineItemId }, call.nowMs);
  if (!isNew) return refuse('GUIDELINE_EXISTS', { name: input.name });
  call.note({ targetKind: 'guidelineItem', targetId: guidelineItemId, unitId: unit.unitId });
  return { guidelineItemId };
}

async function programmes(call: Call, input: InputOf<typeof contract.programmes>) {
  const after = readCursor(BY_PROGRAMME, input.cursor);
  if (isRefusal(after)) return after;
  const unit = await unitOf(call.db, input.unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const found = await store.pageOfProgrammes(call.db, unit.unitId, after?.programmeId, oneMore(input));
  const { page, nextCursor } = cutPage(BY_PROGRAMME, found, input.limit);
  return { programmes: page, nextCursor };
}

async function addProgramme(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.addProgramme>) {
  const unit = await reachCommunity(call, input.unitId, ['communityAdmin']);
  if (isRefusal(unit)) return unit;
  await lockBases(call.db, unit.unitId);
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
