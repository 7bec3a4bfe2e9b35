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
import { plainTitle } from '../rules/roster/header';
import { toKept } from '../rules/roster/learn';
import { keyOf, type Place } from '../rules/roster/line';
import { toWaiting } from '../rules/roster/match';
import { isWaiting, lengthOfPage } from '../rules/roster/page';
import { notPossible, type Plan, planRoster } from '../rules/roster/plan';
import type { Understood } from '../rules/roster/understand';
import { sealSubject } from '../services/personal/seal';
import { describeUnclear } from '../services/roster/describe-unclear';
import { loadKnown, type RosterFile, readRoster } from '../services/roster/read';
import { saveRoster } from '../services/roster/save';
import { lockRoster } from '../store/numbers';
import { insertPersonal } from '../store/personal';
import { insertImport, keepTitles } from '../store/roster';

type Input = InputOf<typeof contract.importRoster>;

/** A file says the same of itself each time: the page goes on behind so many findings. */
const BY_NUMBER = { nth: Total };

async function previewRoster(call: Call<RoleHolder>, input: InputOf<typeof contract.previewRoster>) {
  const after = readCursor(BY_NUMBER, input.cursor);
  if (isRefusal(after)) return after;
  const community = await reachCommunity(call, input.unitId, OFFICE);
  if (isRefusal(community)) return community;
  const file = await readRoster(call, community, input.fileHash, {
    ...{ today: call.today, lock: false, columns: input.columns },
  });
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
  const findings = findingsOf(file.understood, waitingOf(plan), plan.kept);
  const from = after ? after.nth + 1 : 0;
  const rest = findings.slice(from, from + input.limit + 1).map((finding, i) => ({ ...finding, nth: from + i }));
  const { page, nextCursor } = cutPage(BY_NUMBER, rest, lengthOfPage(rest, plan.unclear, input.limit));
  const asked = new Set(page.filter(isWaiting).map(keyOf));
  const unclear = await describeUnclear(
    call,
    plan.unclear.filter(({ person }) => asked.has(keyOf(person))),
  );
  return {
    fileHash: file.hash.toString('hex'),
    counts,
    findings: page.map(({ nth: _nth, ...finding }) => finding),
    findingsCount: findings.length,
    unclear,
    sheets: [...file.understood.sheets],
    nextCursor,
  };
}

/** Sheets are counted: their names are words of the file. */
interface WaitingRow {
  readonly sheet: number;
  readonly row: number;
  readonly isGone: boolean;
}
interface KeptCell {
  readonly sheet: number;
  readonly row: number;
  readonly field: Plan['kept'][number]['field'];
}

/** What is kept of an import: numbers only. Findings quote cells, and are read from the file again for each answer. */
interface StoredImport {
  readonly fileHash: string;
  readonly today: string;
  readonly counts: ReturnType<typeof countsOf>;
  readonly waitingRows: readonly WaitingRow[];
  readonly keptCells: readonly KeptCell[];
  readonly findingsCount: number;
}

/** What `takeIn` has just read, for the first answer to the same request; a repetition reads the file again. */
const justRead = new WeakMap<Input, RosterFile>();

async function importRoster(call: WriteCall<RoleHolder>, input: Input) {
  const community = await reachCommunity(call, input.unitId, OFFICE);
  if (isRefusal(community)) return community;
  const { unitId } = community;
  await lockRoster(call.db, unitId);
  const file = await readRoster(call, community, input.fileHash, {
    ...{ today: call.today, lock: true, columns: input.columns },
  });
  if (isRefusal(file)) return file;
  if (file.understood.rows === 0) return refuse('FILE_WITHOUT_HEADER');
  const decisions = input.decisions.map(({ sheet, ...rest }) => ({
    ...rest,
    sheet: sheetAt(file.understood, sheet - 1),
  }));
  const keys = new Set(decisions.map(keyOf));
  const twice = decisions.find((one) => !keys.delete(keyOf(one)));
  if (twice) return notPossible(twice);
  const plan = planRoster(file.understood.households, await loadKnown(call, unitId, file), decisions);
  if (isRefusal(plan)) return plan;
  const counts = countsOf(file.understood, plan);
  const row = { importId: newId(call.world), unitId, fileHash: file.hash, importedBy: call.caller.residentId, counts };
  await insertImport(call.db, row, call.nowMs);
  const list = { subjectId: row.importId, kind: 'list', personal: { note: input.fileName } } as const; // a file may be called by somebody’s name
  await insertPersonal(call.db, [sealSubject(call.world, list)], call.nowMs);
  await saveRoster(call, { communityId: unitId, importId: row.importId }, plan);
  await keepTitles(call.db, unitId, titlesOf(input), { saidBy: call.caller.residentId, nowMs: call.nowMs });
  call.note({
    targetKind: 'unit',
    targetId: unitId,
    unitId,
    detail: { importId: row.importId, decided: decisions.length, ...counts },
  });
  const { newHouseholds, newPeople, changedPeople } = counts;
  const { importId } = row;
  call.publish(rosterImported({ importId, communityId: unitId, newHouseholds, newPeople, changedPeople }));
  justRead.set(input, file);
  const waiting = waitingOf(plan);
  const counted = <T extends Place>({ sheet, ...rest }: T) => ({
    ...rest,
    sheet: numberOfSheet(file.understood, sheet),
  });
  return {
    ...{ fileHash: input.fileHash, today: call.today, counts },
    waitingRows: waiting.map(({ said, ...place }) => ({ ...counted(place), isGone: said !== null })),
    keptCells: plan.kept.map(counted),
    findingsCount: findingsOf(file.understood, waiting, plan.kept).length,
  };
}

/** Asked again when the file is forgotten it is the first answer all the same, without what only the file could tell. */
async function tellFindings(call: Call<RoleHolder>, kept: StoredImport, input: Input) {
  const { fileHash, today, counts, findingsCount } = kept;
  const community = (await unitOf(call.db, input.unitId)) as UnitRow;
  const file =
    justRead.get(input) ??
    (await readRoster(call, community, input.fileHash, { today, lock: false, columns: input.columns }));
  if (isRefusal(file)) {
    if (!isGone(file)) throw new Error(`a roster that was read once is now ${file.code}`);
    return { fileHash, counts, findings: [], findingsCount };
  }
  const { understood } = file;
  const named = <T extends { readonly sheet: number }>({ sheet, ...rest }: T) => ({
    ...rest,
    sheet: sheetAt(understood, sheet),
  });
  const waiting = kept.waitingRows
    .map(named)
    .map(({ isGone, ...place }) => ({ ...place, said: isGone ? goneWords(understood, place) : null }));
  const findings = findingsOf(understood, waiting, kept.keptCells.map(named));
  return { fileHash, counts, findings: findings.slice(0, FINDINGS_AT_ONCE), findingsCount };
}

/** Forgotten, or on its way a second time. */
const isGone = ({ code }: Refusal) => code === 'FILE_NOT_FOUND' || code === 'FILE_INCOMPLETE';

/** Rows of which a person must decide; of those that say that somebody is gone, with the words. */
interface Waiting extends Place {
  readonly said: string | null;
}
const waitingOf = ({ unclear }: Plan): Waiting[] =>
  unclear.map(({ person: { sheet, row, saysGone }, match }) => ({
    ...{ sheet, row, said: match.because === 'saysGone' ? saysGone : null },
  }));

const numberOfSheet = ({ sheets }: Understood, name: string) => sheets.findIndex((one) => one.name === name);
const sheetAt = ({ sheets }: Understood, at: number) => sheets[at]?.name ?? '';
const goneWords = ({ households }: Understood, place: Place) =>
  households.flatMap(({ people }) => people).find((one) => keyOf(one) === keyOf(place))?.saysGone ?? null;

/** By sheet and row. */
function findingsOf(understood: Understood, waiting: readonly Waiting[], keptCells: Plan['kept']) {
  const order = new Map(understood.sheets.map(({ name }, i) => [name, i]));
  const findings = [
    ...understood.findings,
    ...waiting.map((one) => toWaiting(one, one.said)),
    ...keptCells.map(toKept),
  ];
  return findings.sort((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row);
}

const titlesOf = ({ columns }: Input) =>
  [...new Map(columns.map(({ title, field }) => [plainTitle(title), field]))].map(([title, field]) => ({
    title,
    field,
  }));

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
    waitingRows: plan.unclear.length,
    withoutBirth: plan.births.none,
    vagueBirth: plan.births.vague,
  };
}

export const rosterActions = [
  read(contract.previewRoster, previewRoster),
  writeWithSecret(contract.importRoster, importRoster, tellFindings),
];
