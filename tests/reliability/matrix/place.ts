import { randomUUID } from 'node:crypto';
import type { World } from '../../../cloudfunctions/kit/world';
import { addGrants, addProviders, addSocieties, addUnits } from '../../../cloudfunctions/organisation';
import { ROLES, type Role } from '../../../cloudfunctions/values/roles';
import { LEVELS } from '../../../cloudfunctions/values/units';
import { bind, newcomer, registerHome, type Somebody } from '../../household/neighbourhood';
import { insertItem, insertPolicyDocument, insertReward, type Units } from '../../support/rows';
import { announced, keepFile } from '../../support/upload';
import { setCountersigner } from './countersigner';
import type { Desk } from './desk';
import { begunIn, ROSTER, SHEET } from './files';
import { setGoods } from './goods';
import { setMerges } from './merging';

export interface PlaceUnits extends Units {
  readonly groupId: string;
}

/** A branch of the tree down to a group, below units that are there already. */
export async function addBranch(world: World, above: readonly string[] = []): Promise<PlaceUnits> {
  const ids = [...above];
  for (const level of LEVELS.slice(above.length)) {
    const unitId = randomUUID();
    const unit = { unitId, parentId: ids.at(-1) ?? null, level, code: unitId.slice(0, 12), name: unitId.slice(0, 12) };
    ids.push(unitId);
    const rest = { stage: null, tags: [], startedOn: null, isDemo: false, phone: null, createdAtMs: world.clock() };
    const setting = level === 'community' ? ('urban' as const) : null;
    await addUnits(world.database.db, [{ ...unit, ...rest, setting, path: `/${ids.join('/')}/` }]);
  }
  const [cityId = '', districtId = '', streetId = '', communityId = '', gridId = '', groupId = ''] = ids;
  return { cityId, districtId, streetId, communityId, gridId, groupId };
}

const unitOfRole = (units: PlaceUnits): Record<Role, string> => ({
  groupLeader: units.groupId,
  societyLeader: units.communityId,
  gridWorker: units.gridId,
  communityStaff: units.communityId,
  communityAdmin: units.communityId,
  providerClerk: units.communityId,
  districtSupervisor: units.districtId,
  citySupervisor: units.cityId,
});

export type Place = Awaited<ReturnType<typeof setPlace>>;

/** One community with one of everything that an action can name, and somebody in each role. */
export async function setPlace(world: World, desk: Desk, units: PlaceUnits) {
  const { db } = world.database;
  const lives = (...names: string[]) => registerHome(world, units, ...names.map((name) => ({ name })));
  const made = { unitId: units.communityId, createdAtMs: world.clock() };
  const spareGroupIds = await Promise.all(
    [0, 1].map(async () => {
      const { cityId, districtId, streetId, communityId, gridId } = units;
      return (await addBranch(world, [cityId, districtId, streetId, communityId, gridId])).groupId;
    }),
  );
  const [providerId, societyId] = [randomUUID(), randomUUID()];
  const shop = { kind: 'health' as const, name: '卫生服务中心', place: '一楼', hours: '', phone: null };
  await addProviders(db, [{ ...made, ...shop, providerId }]);
  await addSocieties(db, [{ ...made, societyId, name: '邻里互助社', stage: 'growing' as const }]);
  const people = {} as Record<Role, Somebody>;
  for (const role of ROLES) {
    const { memberIds } = await lives('干部');
    people[role] = await bind(world, memberIds[0] as string);
    const grant = {
      roleId: randomUUID(),
      residentId: people[role].residentId,
      role,
      unitId: unitOfRole(units)[role],
      providerId: role === 'providerClerk' ? providerId : null,
      societyId: role === 'societyLeader' ? societyId : null,
      ...{ validFrom: '2026-01-01', validUntil: null, grantedBy: null, grantedAtMs: world.clock() },
    };
    await addGrants(db, [grant]);
  }
  const members = ['户主甲', '家人乙', '家人丙'].map((name) => ({ name }));
  const family = await registerHome(world, units, ...members, { name: '孩子丁', bornOn: '2019-05-01' });
  const head = await bind(world, family.memberIds[0] as string);
  const by = { units, draftedBy: people.communityStaff.residentId };
  const [itemId, retiringId] = [await insertItem(db, by, { points: 50 }), await insertItem(db, by)];
  const documentId = await insertPolicyDocument(db, units.communityId);
  const districtDocumentId = await insertPolicyDocument(db, units.districtId);
  const rewardIds = await Promise.all(
    [0, 1].map(() => insertReward(db, { units, createdBy: head.residentId }, { cost: 1, limit_holder: 9 })),
  );
  await db
    .insertInto('reward_provider')
    .values(rewardIds.map((reward_id) => ({ reward_id, provider_id: providerId })))
    .execute();
  const quiet = await Promise.all([lives('静一'), lives('静二'), lives('静三'), lives('静四')]);
  const quietIds = quiet.map(({ memberIds }) => memberIds[0] as string);
  for (const { identity, identityId } of [people.communityStaff, people.communityAdmin]) {
    for (const file of [ROSTER, SHEET]) await keepFile(world, identityId, file);
    await desk.must(identity, 'files.beginUpload', announced(begunIn(units)));
  }
  const staff = people.communityStaff.identity;
  const announce = async () => {
    const when = { startsAtMs: world.clock(), endsAtMs: world.clock() + 20 * 3_600_000, signUp: 'open' };
    const what = { title: '清洁日', place: '小广场', itemId, unitId: units.communityId, societyId };
    const made = await desk.must<{ activityId: string; shortId: string }>(staff, 'activity.create', {
      ...what,
      ...when,
    });
    return { ...made, startsAtMs: when.startsAtMs };
  };
  const holders = [{ kind: 'resident', id: head.residentId }];
  await desk.must(staff, 'award.give', { itemId, holders });
  await desk.must(staff, 'award.give', { itemId, holders, deedDate: '2026-11-20' });
  await desk.must(staff, 'award.give', { itemId, holders, deedDate: '2026-11-19' });
  await desk.must(staff, 'award.give', { itemId, holders, deedDate: '2026-11-18' });
  const propose = (seq: number) =>
    desk.must<{ correctionId: string }>(staff, 'ledger.proposeCorrection', {
      accountId: head.residentId,
      seq,
      reason: 'wrongItem',
    });
  const dear = {
    itemId: await insertItem(db, by, { points: 150 }),
    holders: [{ kind: 'resident', id: head.residentId }],
  };
  for (let i = 0; i < 4; i++) await desk.must(staff, 'award.give', dear);
  const waiting = await desk.must<{ awards: { waitingId: string }[] }>(staff, 'award.waiting', {
    unitId: units.communityId,
  });
  const waitingIds = waiting.awards.map(({ waitingId }) => waitingId);
  const question = { waitingId: waitingIds[3], question: '谁看见的？' };
  await desk.must(people.communityAdmin.identity, 'award.askGiver', question);
  const lookedIds: string[] = [];
  for (const name of ['新来甲', '新来乙']) {
    const byHand = { unitId: units.gridId, address: `${name}的家`, head: { name } };
    const { householdId, headId } = await desk.must<{ householdId: string; headId: string }>(
      staff,
      'household.addHousehold',
      byHand,
    );
    await desk.ask(staff, 'reward.issueVoucherFor', {
      rewardId: rewardIds[0],
      holder: { kind: 'resident', id: headId },
    });
    lookedIds.push(householdId);
  }
  const twice = await Promise.all(['双一', '双二', '双三', '双四', '双五'].map((name) => lives(name)));
  const merging = await setMerges(
    desk,
    people,
    twice.map(({ memberIds }) => memberIds[0] as string),
  );
  const guardian = {
    ...{ residentId: family.memberIds[3], guardianId: quietIds[2] },
    ...{ paper: 'ruling', paperOn: '2026-11-02', instead: false },
  };
  const { guardianshipId } = await desk.must<{ guardianshipId: string }>(staff, 'household.recordGuardian', guardian);
  const goods = await setGoods(desk, { units, people, districtDocumentId, providerId }, head);
  const issue = () => desk.must<Voucher>(head.identity, 'reward.issueVoucher', { rewardId: rewardIds[0] });
  const apply = async () => {
    const applicant = newcomer();
    const words = { name: '申请人', phone: '14000000001', address: '一号楼' };
    const consent = { version: '2026-11', agreed: true };
    const ask = { communityId: units.communityId, ...words, consent };
    const { applicationId } = await desk.must<{ applicationId: string }>(applicant, 'household.applyToBind', ask);
    return { applicant, applicationId };
  };
  const card = await desk.must<{ number: string }>(staff, 'household.issueCard', {
    householdId: quiet[0]?.householdId,
  });
  await desk.must(staff, 'household.issueCard', { householdId: family.householdId });
  const bindCode = await desk.must<{ code: string }>(staff, 'household.issueBindCode', { residentId: quietIds[0] });
  const invite = await desk.must<{ code: string }>(head.identity, 'household.invite', {
    residentId: family.memberIds[1],
  });
  const programme = { unitId: units.communityId, name: '品牌', aim: '邻里相助' };
  const admin = people.communityAdmin.identity;
  const { programmeId } = await desk.must<{ programmeId: string }>(admin, 'catalogue.addProgramme', programme);
  const range = { category: '公益', name: '公益活动', pointsMin: 1, pointsMax: 10, countedPer: '次' };
  const { guidelineItemId } = await desk.must<{ guidelineItemId: string }>(
    people.districtSupervisor.identity,
    'catalogue.addGuideline',
    { unitId: units.districtId, policyDocumentId: districtDocumentId, ...range, name: units.communityId.slice(0, 8) },
  );
  const draft = { unitId: units.communityId, name: '未发布的事项', category: '公益', points: 2, countedPer: '次' };
  const { itemId: draftId } = await desk.must<{ itemId: string }>(staff, 'catalogue.draftItem', draft);
  const spare = {
    roleId: randomUUID(),
    residentId: quietIds[3] as string,
    ...{ role: 'communityStaff' as const, unitId: units.communityId, providerId: null, societyId: null },
    ...{ validFrom: '2026-01-01', validUntil: null, grantedBy: null, grantedAtMs: world.clock() },
  };
  await addGrants(db, [spare]);
  return {
    ...{
      units,
      people,
      head,
      memberId: family.memberIds[1] as string,
      unboundId: family.memberIds[2] as string,
      childId: family.memberIds[3] as string,
      householdId: family.householdId,
      quietIds,
      spareGroupIds,
    },
    ...{
      providerId,
      societyId,
      itemId,
      retiringId,
      draftId,
      documentId,
      districtDocumentId,
      programmeId,
      guidelineItemId,
    },
    ...{ rewardIds, spareRoleId: spare.roleId, cardNumber: card.number, bindCode: bindCode.code, invite: invite.code },
    ...{ activity: await announce(), cancelling: await announce() },
    ...goods,
    countersigner: await setCountersigner(world, desk, units.communityId, people),
    merging,
    guardianshipId,
    waitingIds,
    lookedIds,
    correctionId: (await propose(1)).correctionId,
    withdrawnCorrectionId: (await propose(3)).correctionId,
    vouchers: [await issue(), await issue(), await issue()] as const,
    withdrawing: await apply(),
    deciding: await apply(),
  };
}
interface Voucher {
  readonly voucherId: string;
  readonly code: string;
}
