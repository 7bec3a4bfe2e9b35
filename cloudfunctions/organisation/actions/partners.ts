import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id } from '../../kit/fields';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { OFFICE, PROVIDER_KEEPERS } from '../../values/roles';
import { PROVIDER_LEVELS } from '../../values/units';
import * as contract from '../contract/partners';
import { reachCommunity, reachUnit } from '../services/reach';
import { leadersOf } from '../store/grants';
import { addProviders, addSocieties, providersAbove, societiesBelow } from '../store/partners';
import { unitOf } from '../store/units';

/** Neither leaves its table, and their names may be longer than a cursor. */
const BY_PROVIDER = { providerId: Id };
const BY_SOCIETY = { societyId: Id };

async function providers(call: Call, input: InputOf<typeof contract.providers>) {
  const after = readCursor(BY_PROVIDER, input.cursor);
  if (isRefusal(after)) return after;
  const unit = await unitOf(call.db, input.unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const wanted = { unitPath: unit.path, today: call.today, afterId: after?.providerId, limit: input.limit + 1 };
  const { page, nextCursor } = cutPage(BY_PROVIDER, await providersAbove(call.db, wanted), input.limit);
  return { providers: page.map(({ unitPath: _path, closedOn: _closedOn, ...provider }) => provider), nextCursor };
}

async function createProvider(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.createProvider>) {
  const unit = await reachUnit(call, input.unitId, PROVIDER_KEEPERS);
  if (isRefusal(unit)) return unit;
  if (!PROVIDER_LEVELS.includes(unit.level)) return refuse('UNIT_NOT_FOUND', { levels: [...PROVIDER_LEVELS] });
  const providerId = newId(call.world);
  const { kind, name, place, hours, phone = null } = input;
  const row = { providerId, unitId: unit.unitId, kind, name, place, hours, phone, createdAtMs: call.nowMs };
  const added = await addProviders(call.db, [row]);
  if (added.length === 0) return refuse('PROVIDER_EXISTS', { name });
  call.note({ targetKind: 'provider', targetId: providerId, unitId: unit.unitId });
  return { providerId };
}

async function societies(call: Call, input: InputOf<typeof contract.societies>) {
  const after = readCursor(BY_SOCIETY, input.cursor);
  if (isRefusal(after)) return after;
  const unit = await unitOf(call.db, input.unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const wanted = { unitPath: unit.path, afterId: after?.societyId, limit: input.limit + 1 };
  const { page, nextCursor } = cutPage(BY_SOCIETY, await societiesBelow(call.db, wanted), input.limit);
  const leaders = await leadersOf(
    call.db,
    page.map((society) => society.societyId),
    call.today,
  );
  return {
    societies: page.map(({ unitPath: _path, ...society }) => ({
      ...society,
      leaderId: leaders.get(society.societyId) ?? null,
    })),
    nextCursor,
  };
}

async function createSociety(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.createSociety>) {
  const unit = await reachCommunity(call, input.unitId, OFFICE);
  if (isRefusal(unit)) return unit;
  const societyId = newId(call.world);
  const { name, stage } = input;
  const added = await addSocieties(call.db, [{ societyId, unitId: unit.unitId, name, stage, createdAtMs: call.nowMs }]);
  if (added.length === 0) return refuse('SOCIETY_EXISTS', { name });
  call.note({ targetKind: 'society', targetId: societyId, unitId: unit.unitId });
  return { societyId };
}

export const partnerActions = [
  read(contract.providers, providers),
  write(contract.createProvider, createProvider),
  read(contract.societies, societies),
  write(contract.createSociety, createSociety),
];
