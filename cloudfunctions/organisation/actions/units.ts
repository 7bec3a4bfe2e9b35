import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { DateText, Id, Millis } from '../../kit/fields';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { APPOINTERS, STAFF, SUPERVISORS } from '../../values/roles';
import { type Level, levelBelow } from '../../values/units';
import * as contract from '../contract/units';
import { pathAbove, refuseChangeDay } from '../rules';
import { keepUnitChanges, refuseBelow } from '../services/change-units';
import { reachUnit, refuseEnded } from '../services/reach';
import { countChanges, isNameTaken, lockUnits, nameUnits, pageOfChanges } from '../store/unit-changes';
import { addUnits, pageOfUnits, type UnitRow, unitOf } from '../store/units';

const WHOLE_TREE = '/';

const BY_UNIT = { unitId: Id };

const toContract = ({ path: _path, ...unit }: UnitRow) => ({ ...unit, tags: [...unit.tags] });

async function tree(call: Call, input: InputOf<typeof contract.tree>) {
  const after = readCursor(BY_UNIT, input.cursor);
  if (isRefusal(after)) return after;
  const top = input.underUnitId ? await unitOf(call.db, input.underUnitId) : null;
  if (input.underUnitId && !top) return refuse('UNIT_NOT_FOUND');
  const { levels = [], ended, limit } = input;
  const unitPath = top?.path ?? WHOLE_TREE;
  const found = await pageOfUnits(call.db, { unitPath, levels, ended, afterId: after?.unitId, limit: limit + 1 });
  const { page, nextCursor } = cutPage(BY_UNIT, found, limit);
  return { units: page.map(toContract), nextCursor };
}

async function createUnit(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.createUnit>) {
  const parent = await reachUnit(call, input.parentId, APPOINTERS);
  if (isRefusal(parent)) return parent;
  const level = levelBelow(parent.level);
  if (!level) return refuse('UNIT_IS_LOWEST');
  const setting = settingFor(level, input.setting);
  if (isRefusal(setting)) return setting;
  const unitId = newId(call.world);
  const added = await addUnits(call.db, [
    {
      unitId,
      parentId: parent.unitId,
      level,
      code: input.code,
      name: input.name,
      setting,
      path: `${parent.path}${unitId}/`,
      stage: level === 'community' ? 'preparing' : null,
      tags: [],
      startedOn: null,
      isDemo: parent.isDemo,
      phone: input.phone ?? null,
      createdAtMs: call.nowMs,
    },
  ]);
  if (added.length === 0) return refuse('UNIT_EXISTS', { name: input.name, code: input.code });
  call.note({ targetKind: 'unit', targetId: unitId, unitId: parent.unitId, detail: { level } });
  return { unitId, level };
}

/** A community is urban or rural, other units are neither. */
function settingFor(level: Level, setting: 'urban' | 'rural' | undefined) {
  if (level === 'community') return setting ?? refuse('SETTING_NEEDED');
  return setting ? refuse('INVALID_INPUT', { fields: ['input.setting'], why: [`not for a ${level}`] }) : null;
}

async function renameUnit(
  call: WriteCall<RoleHolder>,
  { unitId, name, because, fromOn = call.today }: InputOf<typeof contract.renameUnit>,
) {
  const parentId = (await unitOf(call.db, unitId))?.parentId;
  const [unit] = await lockUnits(call.db, [unitId, parentId ?? unitId]); // names below it are given one after the other
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const denial = refuseEnded(unit) ?? refuseBelow(call.caller, pathAbove(unit)) ?? refuseChangeDay(fromOn, call.today);
  if (denial) return denial;
  if (unit.name === name) return { name };
  if (await isNameTaken(call.db, unit, name)) return refuse('UNIT_EXISTS', { name, code: unit.code });
  await nameUnits(call.db, [{ unitId, name }]);
  await keepUnitChanges(call, [{ kind: 'renamed', unit, name, fromOn, because }]);
  return { name };
}

const BY_DAY = { fromOn: DateText, changedAtMs: Millis, changeId: Id };

async function unitChanges(call: Call<RoleHolder>, input: InputOf<typeof contract.unitChanges>) {
  const after = readCursor(BY_DAY, input.cursor);
  if (isRefusal(after)) return after;
  const unit = await reachUnit(call, input.unitId, [...STAFF, ...SUPERVISORS]);
  if (isRefusal(unit)) return unit;
  const asked = { unit, below: input.below, kind: input.kind };
  const [found, count] = await Promise.all([
    pageOfChanges(call.db, asked, after, input.limit + 1),
    countChanges(call.db, asked),
  ]);
  const { page, nextCursor } = cutPage(BY_DAY, found, input.limit);
  return { changes: page, count, nextCursor };
}

export const unitActions = [
  read(contract.tree, tree),
  write(contract.createUnit, createUnit),
  write(contract.renameUnit, renameUnit),
  read(contract.unitChanges, unitChanges),
];
