import { readFile } from '../../files';
import type { InputOf } from '../../kit/action';
import { readSheet } from '../../kit/excel';
import { type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { reachCommunity, type UnitRow } from '../../organisation';
import { OFFICE } from '../../values/roles';
import * as contract from '../contract/import-sheet';
import { AS_BEGUN } from '../rules/draft';
import { type SheetDraft, understandSheet } from '../rules/sheet/understand';
import * as store from '../store/items';

type Input = InputOf<typeof contract.importSheet>;

async function importSheet(call: WriteCall<RoleHolder>, input: Input) {
  const unit = await reachCommunity(call, input.unitId, OFFICE);
  if (isRefusal(unit)) return unit;
  const file = await readFile(call, input.fileHash);
  if (isRefusal(file)) return file;
  const rows = await readSheet(file);
  if (isRefusal(rows)) return rows;
  const understood = understandSheet(rows);
  if (!understood) return refuse('FILE_WITHOUT_HEADER');
  const { drafts, refused } = understood;
  if (drafts.length + refused.length === 0) return refuse('FILE_EMPTY');
  if (drafts.length + refused.length > contract.SHEET_LINES_MAX)
    return refuse('FILE_TOO_LARGE', { rowsMax: contract.SHEET_LINES_MAX });
  await store.lockItems(call.db, unit.unitId);
  const taken = await takeIn(call, unit, input.fileName, Buffer.from(input.fileHash, 'hex'), drafts);
  const counts = { drafts: drafts.length, isNew: taken.filter((draft) => draft.isNew).length, refused: refused.length };
  call.note({ targetKind: 'sheet', targetId: unit.unitId, unitId: unit.unitId, detail: counts });
  return { drafts: taken, refused: [...refused] };
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
  const isKnown = (draft: SheetDraft) => ofFile.has(draft.row) || ofName.has(draft.name);
  const added = await addDrafts(
    call,
    unit,
    { fileName, fileHash },
    drafts.filter((draft) => !isKnown(draft)),
  );
  const now = await store.itemsByName(call.db, unit.unitId, names);
  return drafts.map(({ row, name, category, points, countedPer }) => {
    const itemId = (ofFile.get(row) ?? now.get(name))?.itemId as string;
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
      items.map(({ draft, itemId }) => ({ itemId, unitId, name: draft.name, sheet: { importId, row: draft.row } })),
      call.nowMs,
    ),
  );
  const versions = items
    .filter(({ itemId }) => added.has(itemId)) // another import may have been quicker
    .map(({ draft, itemId }) => ({ itemId, version: 1, draft: { ...AS_BEGUN, ...draft } }));
  if (versions.length > 0) await store.addVersions(call.db, versions, importedBy, call.nowMs);
  return added;
}

export const importActions = [write(contract.importSheet, importSheet)];
