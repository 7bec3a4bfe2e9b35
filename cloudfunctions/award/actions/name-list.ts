import { readFile } from '../../files';
import { peopleCalled, refuseWithout } from '../../household';
import type { OutputOf } from '../../kit/action';
import type { Cell, Sheet } from '../../kit/excel';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { readWorkbook } from '../../kit/read-workbook';
import { isRefusal, refuse } from '../../kit/refusal';
import { type UnitRow, unitOf } from '../../organisation';
import { HOLDERS_AT_ONCE } from '../../values/limits';
import * as contract from '../contract/name-list';
import { entriesIn, meantBy } from '../rules/name-list';

type Read = OutputOf<typeof contract.readNames>;

async function reach(call: Call<RoleHolder>, unitId: string) {
  const unit = await unitOf(call.db, unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  return refuseWithout('searchRoster', call, { unitPath: unit.path }) ?? unit;
}

async function readText(call: Call<RoleHolder>, { unitId, path }: UnitRow, text: string) {
  const entries = entriesIn(text);
  if (entries.length === 0) return refuse('LIST_EMPTY');
  if (entries.length > HOLDERS_AT_ONCE) return refuse('LIST_TOO_LONG', { most: HOLDERS_AT_ONCE });
  const called = await peopleCalled(
    call,
    path,
    entries.flatMap(({ names, numbers }) => [...names, ...numbers]),
  );
  const read: Read['entries'] = entries.map((entry) => {
    const { state, residentIds } = meantBy(entry, called);
    return { words: entry.words, state, residentIds: residentIds.slice(0, contract.MEANT_MAX) };
  });
  call.note({ targetKind: 'unit', targetId: unitId, unitId, detail: { by: 'list', lines: read.length } });
  return { entries: read };
}

export const readNames = read(contract.readNames, async (call, { unitId, text }) => {
  const unit = await reach(call, unitId);
  return isRefusal(unit) ? unit : readText(call, unit, text);
});

export const readNamesFile = read(contract.readNamesFile, async (call, { unitId, fileHash }) => {
  const unit = await reach(call, unitId);
  if (isRefusal(unit)) return unit;
  const file = await readFile(call, fileHash);
  if (isRefusal(file)) return file;
  const workbook = await readWorkbook(file);
  return isRefusal(workbook) ? workbook : readText(call, unit, linesOf(workbook));
});

/** A row is a line, with tabs between its cells. */
const linesOf = (workbook: readonly Sheet[]): string =>
  workbook
    .filter(({ isHidden }) => !isHidden)
    .flatMap(({ rows }) => rows.map(({ cells }) => cells.map(wordsOf).join('\t')))
    .map((line) => `${line}\t`)
    .join('\n');

const wordsOf = (cell: Cell): string =>
  typeof cell === 'string' || typeof cell === 'number' ? String(cell).replace(/\s+/gu, ' ') : '';
