import { readFile } from '../../files';
import type { InputOf, OutputOf } from '../../kit/action';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { readWorkbook } from '../../kit/read-workbook';
import { isRefusal, refuse } from '../../kit/refusal';
import { reachCommunity, type UnitRow } from '../../organisation';
import { OFFICE } from '../../values/roles';
import * as contract from '../contract/import-sheet';
import { AS_BEGUN } from '../rules/draft';
import { answered, answers } from '../rules/sheet/answers';
import type { Line, Understood } from '../rules/sheet/line';
import { type SheetDraft, toDraft } from '../rules/sheet/to-draft';
import { understandWorkbook } from '../rules/sheet/understand';
import { headingsOf, keepHeadings } from '../store/headings';
import * as store from '../store/items';

type File = Pick<InputOf<typeof contract.previewSheet>, 'unitId' | 'fileHash' | 'columns'>;

/** The workbook as it is understood with what people have said of its headings, now or before. */
async function understand(call: Call<RoleHolder>, { unitId, fileHash, columns }: File) {
  const file = await readFile(call, fileHash);
  if (isRefusal(file)) return file;
  const sheets = await readWorkbook(file);
  if (isRefusal(sheets)) return sheets;
  const assigned = await headingsOf(call.db, unitId);
  for (const { heading, means } of columns) assigned.set(heading, means);
  const understood = understandWorkbook(sheets, assigned);
  return understood.lines.length > contract.SHEET_LINES_MAX || understood.remarks.length > contract.SHEET_LINES_MAX
    ? refuse('FILE_TOO_LARGE', { rowsMax: contract.SHEET_LINES_MAX })
    : understood;
}

async function previewSheet(call: Call<RoleHolder>, input: InputOf<typeof contract.previewSheet>) {
  const unit = await reachCommunity(call, input.unitId, OFFICE);
  if (isRefusal(unit)) return unit;
  const understood = await understand(call, { ...input, unitId: unit.unitId });
  if (isRefusal(understood)) return understood;
  const { sheets, remarks } = understood;
  if (isBlank(understood)) return refuse('FILE_EMPTY');
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, columns: [...sheet.columns] })),
    lines: understood.lines.map(toShown),
    remarks: remarks.map((remark) => ({ ...remark, rules: [...remark.rules] })),
  };
}

/** Headings and nothing below them, as a template that nobody has filled in. */
const isBlank = ({ sheets, lines, remarks }: Understood) =>
  lines.length + remarks.length === 0 && sheets.every(({ kind }) => kind === 'rules' || UNREAD.includes(kind));
const UNREAD: readonly Understood['sheets'][number]['kind'][] = ['instructions', 'hidden', 'empty'];

type Shown = OutputOf<typeof contract.previewSheet>['lines'][number];
function toShown({ worth, label: _label, evidence: _evidence, ...line }: Line): Shown {
  const { caps, ceilings, grades, ...rest } = worth;
  const limitsIn = (of: object, unit: 'points' | 'times') =>
    Object.entries(of).map(([over, most]) => ({ over: over as keyof typeof ceilings, unit, most: most as number }));
  const limits = [...limitsIn(caps, 'times'), ...limitsIn(ceilings, 'points')];
  return { ...line, ...rest, grades: [...grades], limits, values: [...line.values] };
}

type Input = InputOf<typeof contract.importSheet>;

async function importSheet(call: WriteCall<RoleHolder>, input: Input) {
  const unit = await reachCommunity(call, input.unitId, OFFICE);
  if (isRefusal(unit)) return unit;
  const understood = await understand(call, { ...input, unitId: unit.unitId });
  if (isRefusal(understood)) return understood;
  if (understood.sheets.every(({ kind }) => kind !== 'rules')) return refuse('FILE_WITHOUT_HEADER');
  const lines = understood.lines.filter(({ sheet }) => !input.leftSheets.includes(sheet));
  const remarks = understood.remarks.filter(({ sheet }) => !input.leftSheets.includes(sheet));
  if (lines.length + remarks.length === 0) return refuse('FILE_EMPTY');
  const drafts = draftsFrom(understood, lines, input.answers);
  if (isRefusal(drafts)) return drafts;
  await store.lockItems(call.db, unit.unitId);
  const taken = await takeIn(call, unit, input.fileName, Buffer.from(input.fileHash, 'hex'), drafts);
  await keepHeadings(call.db, unit.unitId, input.columns, call.caller.residentId, call.nowMs);
  const refused = refusedIn(lines, remarks);
  const counts = { drafts: drafts.length, isNew: taken.filter((draft) => draft.isNew).length, refused: refused.length };
  call.note({ targetKind: 'sheet', targetId: unit.unitId, unitId: unit.unitId, detail: counts });
  const asked = lines.filter(({ result }) => result === 'ask').length;
  const taking = lines.filter(({ result }) => result === 'take').length;
  return { drafts: taken, waiting: asked - (drafts.length - taking), refused };
}

/** Lines as they go in; an answer that its line does not bear out is refused, and nothing goes in. */
function draftsFrom({ sheets }: Understood, lines: readonly Line[], said: Input['answers']) {
  const byPlace = new Map(said.map(({ sheet, cell, answer }) => [`${sheet} ${cell}`, answer]));
  const placeOf = ({ sheet, cell }: { sheet: number; cell: string }) => `${sheet} ${cell}`;
  const known = new Map(lines.map((line) => [placeOf(line), line]));
  const strange = said.find(({ answer, ...place }) => {
    const line = known.get(placeOf(place));
    return !line || !answers(line, answer);
  });
  if (strange) return refuse('ANSWER_NOT_POSSIBLE', { sheet: strange.sheet, cell: strange.cell });
  return lines.flatMap((line): SheetDraft[] => {
    const name = sheets[line.sheet]?.name ?? '';
    const whole = answered(line, byPlace.get(placeOf(line)), name);
    return whole ? [toDraft(whole, name)] : [];
  });
}

type Refused = OutputOf<typeof contract.importSheet>['refused'];
function refusedIn(lines: readonly Line[], remarks: Understood['remarks']): Refused {
  const ofLines = lines.flatMap((line) =>
    line.rule === null
      ? []
      : [{ row: line.row, text: line.name || line.written, points: line.worth.points ?? line.min, rule: line.rule }],
  );
  const ofRemarks = remarks.flatMap(({ row, text, rules }) => rules.map((rule) => ({ row, text, points: null, rule })));
  return [...ofLines, ...ofRemarks].sort((a, b) => a.row - b.row);
}

/** Each row is a new draft, or the item that is there already, be it from this file or of this name. */
async function takeIn(
  call: WriteCall<RoleHolder>,
  unit: UnitRow,
  fileName: string,
  fileHash: Buffer,
  drafts: readonly SheetDraft[],
) {
  const ofFile = await store.itemsOfFile(call.db, unit.unitId, fileHash);
  const names = drafts.map((draft) => draft.name);
  const ofName = await store.itemsByName(call.db, unit.unitId, names);
  const isKnown = (draft: SheetDraft) => ofFile.has(draft.place) || ofName.has(draft.name);
  const added = await addDrafts(
    call,
    unit,
    { fileName, fileHash },
    drafts.filter((draft) => !isKnown(draft)),
  );
  const now = await store.itemsByName(call.db, unit.unitId, names);
  return drafts.map(({ place, row, name, category, points, countedPer }) => {
    const itemId = (ofFile.get(place) ?? now.get(name))?.itemId as string;
    return { itemId, row, name, category, points, countedPer, isNew: added.has(itemId) };
  });
}

async function addDrafts(
  call: WriteCall<RoleHolder>,
  { unitId }: UnitRow,
  file: { readonly fileName: string; readonly fileHash: Buffer },
  drafts: readonly SheetDraft[],
): Promise<Set<string>> {
  if (drafts.length === 0) return new Set();
  const importId = newId(call.world);
  const importedBy = call.caller.residentId;
  const counts = { drafts: drafts.length };
  await store.addSheetImport(call.db, { ...file, importId, unitId, importedBy, counts }, call.nowMs);
  const items = drafts.map((draft) => ({ draft, itemId: newId(call.world) }));
  const added = new Set(
    await store.addItems(
      call.db,
      items.map(({ draft: { name, row, place }, itemId }) => ({
        itemId,
        unitId,
        name,
        sheet: { importId, row, place },
      })),
      call.nowMs,
    ),
  );
  const versions = items
    .filter(({ itemId }) => added.has(itemId)) // another import may have been quicker
    .map(({ draft, itemId }) => ({ itemId, version: 1, draft: { ...AS_BEGUN, ...draft } }));
  if (versions.length > 0) await store.addVersions(call.db, versions, importedBy, call.nowMs);
  return added;
}

export const importActions = [read(contract.previewSheet, previewSheet), write(contract.importSheet, importSheet)];
