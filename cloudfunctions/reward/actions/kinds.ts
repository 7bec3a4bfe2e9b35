import { documentFor, policyDocumentsOf } from '../../catalogue';
import type { InputOf } from '../../kit/action';
import { lockMutex } from '../../kit/attempt';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import { type RoleHolder, reaches } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { reachUnit } from '../../organisation';
import { ENDED_KINDS_TOLD, KIND_NAMES, NAMED_KINDS, OPEN_KINDS_MAX, REWARD_HOLDERS } from '../../values/rewards';
import { STAFF, SUPERVISORS } from '../../values/roles';
import * as contract from '../contract/kinds';
import { rewardKindNamed } from '../events';
import { isTaken } from '../rules';
import { changesTold, namesOfKinds } from '../services/changes';
import { insertKind, openKindsAbove } from '../store/kinds';

async function kinds(call: Call<RoleHolder>, { unitId }: InputOf<typeof contract.kinds>) {
  const unit = await reachUnit(call, unitId, [...STAFF, ...SUPERVISORS]);
  if (isRefusal(unit)) return unit;
  const all = await openKindsAbove(call.db, unit.path);
  const open = [
    ...all.filter(({ isEnded }) => !isEnded),
    ...all.filter(({ isEnded }) => isEnded).slice(-ENDED_KINDS_TOLD),
  ];
  const changesOf = await changesTold(
    call,
    'reward_kind',
    open.map(({ kindId }) => kindId),
  );
  const documents = await policyDocumentsOf(
    call.db,
    open.map(({ policyDocumentId }) => policyDocumentId),
  );
  const named = NAMED_KINDS.map((kind) => ({
    ...{ kind, kindId: null, name: KIND_NAMES[kind], nature: 'service' as const },
    holderKinds: [...REWARD_HOLDERS[kind]],
    ...{ isEnded: false, mayChange: false, changes: [] },
    policyDocumentNumber: null,
  }));
  const own = open.map(({ kindId, name, nature, policyDocumentId, unitPath, isEnded }) => ({
    ...{ kind: 'open' as const, kindId, name, nature },
    holderKinds: [...REWARD_HOLDERS.open],
    isEnded,
    mayChange: !isEnded && reaches(call.caller, SUPERVISORS, unitPath),
    changes: changesOf(kindId),
    policyDocumentNumber: documents.get(policyDocumentId)?.number ?? null,
  }));
  return { kinds: [...named, ...own] };
}

/** As with guidelines: only a city or a district, for every community below it. */
const NAMING_LEVELS = ['city', 'district'];

async function nameKind(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.nameKind>) {
  const unit = await reachUnit(call, input.unitId, SUPERVISORS);
  if (isRefusal(unit)) return unit;
  if (!NAMING_LEVELS.includes(unit.level)) return refuse('UNIT_NOT_FOUND', { levels: NAMING_LEVELS });
  const { policyDocumentId, name, nature } = input;
  const document = await documentFor(call.db, unit, policyDocumentId);
  if (isRefusal(document)) return document;
  await lockMutex(call.db, namesOfKinds(unit.unitId)); // none named twice, and no more than may be
  const known = await openKindsAbove(call.db, unit.path);
  if (isTaken(name, known)) return refuse('KIND_EXISTS');
  if (known.filter(({ unitId, isEnded }) => unitId === unit.unitId && !isEnded).length >= OPEN_KINDS_MAX)
    return refuse('KINDS_FULL', { most: OPEN_KINDS_MAX });
  const kindId = newId(call.world);
  const { residentId } = call.caller;
  await insertKind(
    call.db,
    { kindId, unitId: unit.unitId, name, nature, policyDocumentId },
    { residentId, nowMs: call.nowMs },
  );
  call.note({ targetKind: 'rewardKind', targetId: kindId, unitId: unit.unitId });
  call.publish(rewardKindNamed({ kindId, unitId: unit.unitId, nature }));
  return { kindId };
}

export const kindActions = [read(contract.kinds, kinds), write(contract.nameKind, nameKind)];
