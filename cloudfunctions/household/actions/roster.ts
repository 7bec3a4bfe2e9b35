import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Total } from '../../kit/fields';
import { type Call, read, type WriteCall, writeWithSecret } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { reachCommunity, type UnitRow, unitOf } from '../../organisation';
import { FINDINGS_AT_ONCE } from '../../values/limits';
import { OFFICE } from '../../values/roles';
import * as contract from '../contract/roster';
import { rosterImported } from '../events';
import { toKept } from '../rules/roster/learn';
import { toUnclear } from '../rules/roster/match';
import { lengthOfPage } from '../rules/roster/page';
import { type Plan, planRoster } from '../rules/roster/plan';
import type { Understood } from '../rules/roster/understand';
import { describeUnclear } from '../services/roster/describe-unclear';
import { loadKnown, type RosterFile, readRoster } from '../services/roster/read';
import { saveRoster } from '../services/roster/save';
import { lockRoster } from '../store/numbers';
import { insertImport } from '../store/roster';

type Input = InputOf<typeof contract.importRoster>;

/** A file says the same of itself each time: the page goes on behind so many findings. */
const BY_NUMBER = { nth: Total };

async function previewRoster(call: Call<RoleHolder>, input: InputOf<typeof contract.previewRoster>) {
  const after = readCursor(BY_NUMBER, input.cursor);
  if (isRefusal(after)) return after;
  const community = await reachCommunity(call, input.unitId, OFFICE);
  if (isRefusal(community)) return community;
  const file = await readRoster(call, community, input.fileHash, { today: call.today, lock: false });
  if (isRefusal(file)) return file;
  const plan = planRoster(file.understood.households, await loadKnown(call, community.unitId, file));
  if (isRefusal(plan)) throw new Error('nothing was decided, and yet a decision is not possible');
  const counts = countsOf(file.understood, plan);
  call.note({
    targetKind: 'unit',
    targetId: community.unitId,
    unitId: community.unitId,
    detail: { rows: counts.rows },
  });
  const findings = findingsOf(file.understood, rowsOf(plan), plan.kept);
  const from = after ? after.nth + 1 : 0;
  const rest = findings.slice(from, from + input.limit + 1).map((finding, i) => ({ ...finding, nth: from + i }));
  const { page, nextCursor } = cutPage(BY_NUMBER, rest, lengthOfPage(rest, plan.unclear, input.limit));
  const asked = new Set(page.filter(({ kind }) => kind === 'unclearMatch').map(({ row }) => row));
  const unclear = await describeUnclear(
    call,
    plan.unclear.filter(({ person }) => asked.has(person.row)),
  );
  return {
    fileHash: file.hash.toString('hex'),
    counts,
    findings: page.map(({ nth: _nth, ...finding }) => finding),
    findingsCount: findings.length,
    unclear,
    nextCursor,
  };
}

/** What is kept of an import: numbers only. Findings quote cells, and are read from the file again for each answer. */
interface StoredImport {
  readonly fileHash: string;
  readonly today: string;
  readonly counts: ReturnType<typeof countsOf>;
  readonly unclearRows: readonly number[];
  readonly keptCells: Plan['kept'];
  readonly findingsCount: number;
}

/** What `takeIn` has just read, for the first answer to the same request; a repetition reads the file again. */
const justRead = new WeakMap<Input, RosterFile>();

async function importRoster(call: WriteCall<RoleHolder>, input: Input) {
  const community = await reachCommunity(call, input.unitId, OFFICE);
  if (isRefusal(community)) return community;
  const { unitId } = community;
  const decisions = new Map(input.decisions.map(({ row, residentId }) => [row, residentId]));
  const twice = input.decisions.find(({ row }, i) => input.decisions.findIndex((one) => one.row === row) < i);
  if (twice) return refuse('DECISION_NOT_POSSIBLE', { row: twice.row });
  await lockRoster(call.db, unitId);
  const file = await readRoster(call, community, input.fileHash, { today: call.today, lock: true });
  if (isRefusal(file)) return file;
  const plan = planRoster(file.understood.households, await loadKnown(call, unitId, file), decisions);
  if (isRefusal(plan)) return plan;
  await saveRoster(call, unitId, plan);
  const counts = countsOf(file.understood, plan);
  const row = { importId: newId(call.world), unitId, fileHash: file.hash, importedBy: call.caller.residentId, counts };
  await insertImport(call.db, row, call.nowMs);
  call.note({
    targetKind: 'unit',
    targetId: unitId,
    unitId,
    detail: { importId: row.importId, decided: decisions.size, ...counts },
  });
  const { newHouseholds, newPeople, changedPeople } = counts;
  const { importId } = row;
  call.publish(rosterImported({ importId, communityId: unitId, newHouseholds, newPeople, changedPeople }));
  justRead.set(input, file);
  const unclearRows = rowsOf(plan);
  return {
    ...{ fileHash: input.fileHash, today: call.today, counts, unclearRows, keptCells: plan.kept },
    findingsCount: findingsOf(file.understood, unclearRows, plan.kept).length,
  };
}

/** Asked again when the file is forgotten it is the first answer all the same, without what only the file could tell. */
async function tellFindings(call: Call<RoleHolder>, kept: StoredImport, input: Input) {
  const { fileHash, today, counts, unclearRows, keptCells, findingsCount } = kept;
  const community = (await unitOf(call.db, input.unitId)) as UnitRow;
  const file = justRead.get(input) ?? (await readRoster(call, community, input.fileHash, { today, lock: false }));
  if (isRefusal(file)) {
    if (!isGone(file)) throw new Error(`a roster that was read once is now ${file.code}`);
    return { fileHash, counts, findings: [], findingsCount };
  }
  const findings = findingsOf(file.understood, unclearRows, keptCells);
  return { fileHash, counts, findings: findings.slice(0, FINDINGS_AT_ONCE), findingsCount };
}

/** Forgotten, or on its way a second time. */
const isGone = ({ code }: Refusal) => code === 'FILE_NOT_FOUND' || code === 'FILE_INCOMPLETE';

const rowsOf = ({ unclear }: Plan) => unclear.map(({ person }) => person.row);

const findingsOf = (understood: Understood, unclearRows: readonly number[], keptCells: Plan['kept']) =>
  [...understood.findings, ...unclearRows.map((row) => toUnclear({ row })), ...keptCells.map(toKept)].sort(
    (a, b) => a.row - b.row,
  );

function countsOf({ rows, households, refusedRows }: Understood, plan: Plan) {
  const newInNew = plan.newHouseholds.reduce((sum, household) => sum + household.people.length, 0);
  const unclear = new Set(plan.unclear.map(({ person }) => person));
  return {
    rows,
    households: households.filter((household) => household.people.some((person) => !unclear.has(person))).length,
    people: newInNew + plan.newMembers.length + plan.changes.length + plan.unchanged,
    refusedRows: refusedRows.length + plan.unclear.length,
    newHouseholds: plan.newHouseholds.length,
    newPeople: newInNew + plan.newMembers.length,
    changedPeople: plan.changes.length,
    unchangedPeople: plan.unchanged,
  };
}

export const rosterActions = [
  read(contract.previewRoster, previewRoster),
  writeWithSecret(contract.importRoster, importRoster, tellFindings),
];
