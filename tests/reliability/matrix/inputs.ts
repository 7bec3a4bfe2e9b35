import { randomBytes, randomUUID } from 'node:crypto';
import { liveCode, stepAt } from '../../../cloudfunctions/activity/rules';
import type { ActionName } from '../../../cloudfunctions/rooms/actions';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { announced, hashOf, partOf } from '../../support/upload';
import { begunIn, ROSTER, SHEET } from './files';
import type { Place } from './place';

/** What an input may be made of besides the place: the time, and the key that an organiser's device would hold. */
export interface Around {
  readonly nowMs: number;
  keyOf(place: Place): Buffer;
}
type InputOf = (place: Place, around: Around) => object;

const unique = (word: string) => `${word}${randomUUID().slice(0, 8)}`;
const here = ({ units }: Place) => ({ unitId: units.communityId });
const redrawn = ({ units }: Place) => ({ unitId: units.groupId, intoUnitId: units.gridId });
const holder = ({ head }: Place) => ({ kind: 'resident', id: head.residentId });
/** Nothing else is posted for them, so that the number of the entry is known. */
const withdrawn = ({ quietIds }: Place) => ({ kind: 'resident', id: quietIds[2] });
const consent = { version: '2026-11', agreed: true };
const roster = hashOf(ROSTER);
const sheet = hashOf(SHEET);
const CAPS = {
  ...{ personDay: 1, personMonth: null, personYear: null },
  ...{ householdDay: null, householdMonth: null, householdYear: null },
};
const LEGAL = { isDuty: false, reason: '自愿参加' };

/**
 * For every action an input that somebody of the place would send, in the order in which a place can live through them
 * all: what ends something comes last. An action that is missing here does not compile.
 */
const INPUTS: Readonly<Record<ActionName, InputOf>> = {
  'files.beginUpload': ({ units }) => announced(begunIn(units)),
  'files.uploadPart': ({ units }) => {
    const file = begunIn(units);
    return { fileHash: hashOf(file), part: 0, partBase64: partOf(file, 0) };
  },
  'organisation.tree': ({ units }) => ({ underUnitId: units.communityId }),
  'organisation.roles': here,
  'organisation.providers': here,
  'organisation.societies': here,
  'organisation.createUnit': ({ units }) => ({ parentId: units.gridId, name: unique('组'), code: unique('C') }),
  'organisation.renameUnit': ({ units }) => ({ unitId: units.groupId, name: unique('组'), because: '办文〔2026〕3号' }),
  'organisation.unitChanges': here,
  'household.foreseeUnits': (place) => ({ kind: 'redrawn', ...redrawn(place) }),
  'household.redrawUnit': (place) => ({ ...redrawn(place), because: '办文〔2026〕4号' }),
  'household.mergeUnits': ({ spareGroupIds: [unitId, intoUnitId] }) => ({ unitId, intoUnitId, because: '两组并一组' }),
  'organisation.createProvider': (place) => ({ ...here(place), kind: 'shop', name: unique('店'), place: '一号楼' }),
  'organisation.createSociety': (place) => ({ ...here(place), name: unique('社') }),
  'organisation.grantRole': (place) => ({ ...here(place), residentId: place.quietIds[2], role: 'communityStaff' }),
  'household.me': () => ({}),
  'household.find': here,
  'household.list': here,
  'ledger.people': here,
  'household.get': ({ householdId }) => ({ householdId }),
  'household.names': ({ head }) => ({ residentIds: [head.residentId] }),
  'household.personalCode': ({ head }) => ({ residentId: head.residentId }),
  'household.agreeToPool': ({ head }) => ({ residentId: head.residentId, agreed: true }),
  'household.showMyName': ({ head }) => ({ residentId: head.residentId, shown: true }),
  'household.addHousehold': ({ units }) => ({ unitId: units.gridId, address: '二号楼', head: { name: '新来' } }),
  'household.person': ({ head }) => ({ residentId: head.residentId }),
  'household.history': ({ householdId }) => ({ householdId }),
  'household.correctPerson': ({ unboundId }) => ({ residentId: unboundId, sex: 'female', reason: 'wroteWrong' }),
  'household.moveHousehold': ({ householdId, units }) => ({
    ...{ householdId, unitId: units.gridId, address: '四号楼', reason: 'movedHouse' },
  }),
  'household.addMember': ({ householdId }) => ({ householdId, name: '新成员', relation: '子' }),
  'household.previewRoster': (place) => ({ ...here(place), fileName: '名册.xlsx', fileHash: roster }),
  'household.importRoster': (place) => ({ ...here(place), fileName: '名册.xlsx', fileHash: roster }),
  'household.applications': here,
  'household.issueCard': ({ householdId }) => ({ householdId }),
  'household.proposeMerge': ({ merging }) => ({
    ...{ survivorId: merging.survivorId, mergedId: merging.twiceId, reason: 'wroteWrong' },
  }),
  'household.proposeParting': ({ merging }) => ({ mergedId: merging.partingId, reason: 'wroteWrong' }),
  'household.merges': here,
  'household.decideMerge': ({ merging }) => ({ mergeId: merging.mergeId, approve: true }),
  'household.recordGuardian': ({ childId, quietIds }) => ({
    ...{ residentId: childId, guardianId: quietIds[1], paper: 'agreement', paperOn: '2026-11-03', instead: false },
  }),
  'household.endGuardian': ({ guardianshipId }) => ({ guardianshipId, reason: 'toldUs' }),
  'household.news': () => ({}),
  'household.seeNews': () => ({ upToMs: 1_700_000_000_000 }),
  'household.printCards': ({ quietIds }) => ({ residentIds: [quietIds[1]] }),
  'household.issueBindCode': ({ quietIds }) => ({ residentId: quietIds[1] }),
  'household.bindByCard': ({ cardNumber, bindCode }) => ({ card: cardNumber, code: bindCode, consent }),
  'household.acceptInvite': ({ invite }) => ({ code: invite, consent }),
  'household.invite': ({ unboundId }) => ({ residentId: unboundId }),
  'household.applyToBind': ({ units }) => ({
    ...{ communityId: units.communityId, name: '新邻居', phone: '14000000002', address: '三号楼', consent },
  }),
  'household.withdrawApplication': ({ withdrawing }) => ({ applicationId: withdrawing.applicationId }),
  'household.decideApplication': ({ deciding, units }) => ({
    ...{ applicationId: deciding.applicationId, decision: { kind: 'newHousehold', unitId: units.gridId } },
  }),
  'catalogue.items': here,
  'catalogue.policyDocuments': here,
  'catalogue.addPolicyDocument': (place) => ({
    ...{ ...here(place), number: unique('文'), title: '通知', issuer: '社区', issuedOn: '2026-01-01' },
  }),
  'catalogue.guidelines': here,
  'catalogue.addGuideline': ({ units, districtDocumentId }) => ({
    ...{ unitId: units.districtId, policyDocumentId: districtDocumentId, category: '公益', name: unique('项') },
    ...{ pointsMin: 1, pointsMax: 5, countedPer: '次' },
  }),
  'catalogue.programmes': here,
  'catalogue.addProgramme': (place) => ({ ...here(place), name: unique('品牌'), aim: '邻里相助' }),
  'catalogue.basisChanges': ({ programmeId }) => ({ of: 'programme', id: programmeId }),
  'catalogue.changePolicyDocument': ({ documentId: policyDocumentId }) => ({
    ...{ policyDocumentId, because: '打错了字' },
    change: { what: 'corrected', number: unique('文'), title: '通知', issuer: '社区', issuedOn: '2026-01-02' },
  }),
  'catalogue.changeGuideline': ({ guidelineItemId, districtDocumentId: policyDocumentId }) => ({
    ...{ guidelineItemId, because: '打错了字' },
    change: {
      ...{ what: 'corrected', policyDocumentId, category: '公益', name: unique('项') },
      ...{ pointsMin: 1, pointsMax: 1000, countedPer: '次' },
    },
  }),
  'catalogue.changeProgramme': ({ programmeId }) => ({
    ...{ programmeId, because: '打错了字' },
    change: { what: 'corrected', name: unique('品牌'), aim: '邻里相助' },
  }),
  'catalogue.draftItem': (place) => ({
    ...{ ...here(place), name: unique('事项'), category: '公益', points: 3, countedPer: '次' },
  }),
  'catalogue.completeDrafts': (place) => ({
    ...{ ...here(place), itemIds: [place.draftId], legalDuty: LEGAL, caps: CAPS },
    ...{ policyDocumentId: place.documentId, programmeId: place.programmeId },
  }),
  'catalogue.previewSheet': (place) => ({ ...here(place), fileName: '细则.xlsx', fileHash: sheet }),
  'catalogue.importSheet': (place) => ({ ...here(place), fileName: '细则.xlsx', fileHash: sheet }),
  'catalogue.publishItem': (place) => ({ ...here(place), itemIds: [place.draftId] }),
  'catalogue.retireItem': ({ retiringId }) => ({ itemId: retiringId, because: '不再需要' }),
  'ledger.balance': ({ head }) => ({ holderId: head.residentId }),
  'ledger.passbook': ({ head }) => ({ holderId: head.residentId }),
  'ledger.holder': ({ head }) => ({ holderId: head.residentId }),
  'ledger.receipt': ({ head }) => ({ accountId: head.residentId, seq: 1 }),
  'ledger.verifyReceipt': ({ head, units }) => ({ receipt: receiptOf(head.residentId, units.communityId) }),
  'ledger.checkpoints': here,
  'ledger.nights': () => ({}),
  'ledger.nameCountersigner': (place) => ({
    ...{ ...here(place), name: '村务监督委员会', publicKey: randomBytes(32).toString('hex') },
  }),
  'ledger.confirmCountersigner': ({ countersigner }) => ({ countersignerId: countersigner.waitingId }),
  'ledger.endCountersigner': ({ countersigner }) => ({ countersignerId: countersigner.mistakenId }),
  'ledger.countersign': ({ countersigner: { publicKey, days } }) => ({ publicKey, days }),
  'ledger.countersignatures': here,
  'ledger.proposeCorrection': ({ head }) => ({ accountId: head.residentId, seq: 2, reason: 'didNotHappen' }),
  'ledger.corrections': here,
  'ledger.withdrawCorrection': ({ withdrawnCorrectionId }) => ({ correctionId: withdrawnCorrectionId }),
  'ledger.decideCorrection': ({ correctionId }) => ({ correctionId, approve: true }),
  'organisation.limits': here,
  'organisation.setLimit': (place) => ({ ...here(place), name: 'givenADay', value: 5_000 }),
  'award.give': (place, { nowMs }) => ({
    ...{ itemId: place.itemId, holders: [holder(place), withdrawn(place)], deedDate: businessDate(nowMs) },
  }),
  'award.waiting': here,
  'award.decided': here,
  'award.sign': ({ waitingIds }) => ({ waitingId: waitingIds[0] }),
  'award.turnDown': ({ waitingIds }) => ({ waitingId: waitingIds[1], because: '请再核实' }),
  'award.askGiver': ({ waitingIds }) => ({ waitingId: waitingIds[2], question: '是哪一天的事？' }),
  'award.answerSigner': ({ waitingIds }) => ({ waitingId: waitingIds[3], answer: '上周六的' }),
  'award.readNames': (place) => ({ ...here(place), text: '户主甲' }),
  'award.readNamesFile': (place) => ({ ...here(place), fileName: '签到表.xlsx', fileHash: roster }),
  'award.preview': (place) => ({ itemId: place.itemId, holders: [holder(place)] }),
  'award.givenToday': here,
  'award.withdraw': (place) => ({ accountId: withdrawn(place).id, entrySeq: 1, reason: 'wrongPerson' }),
  'award.recent': here,
  'award.neighbours': here,
  'activity.list': here,
  'activity.held': here,
  'activity.get': ({ activity }) => ({ activityId: activity.activityId }),
  'activity.create': (place, { nowMs }) => ({
    ...{ ...here(place), itemId: place.itemId, societyId: place.societyId, title: '再来一次', place: '小广场' },
    ...{ startsAtMs: nowMs, endsAtMs: nowMs + 3_600_000 },
  }),
  'activity.change': ({ activity }, { nowMs }) => ({
    ...{ activityId: activity.activityId, title: '换个名字', place: '小广场', signUp: 'open' },
    ...{ startsAtMs: activity.startsAtMs, endsAtMs: nowMs + 3_600_000 },
  }),
  'activity.signUp': ({ activity, head }) => ({ activityId: activity.activityId, residentId: head.residentId }),
  'activity.signedUp': ({ activity }) => ({ activityId: activity.activityId }),
  'activity.liveCode': ({ activity }) => ({ activityId: activity.activityId }),
  'activity.renewKey': ({ activity }) => ({ activityId: activity.activityId }),
  'activity.setCheckIn': ({ activity }) => ({ activityId: activity.activityId, checkIn: 'code' }),
  'activity.checkIn': (place, { keyOf, nowMs }) => ({
    code: liveCode(keyOf(place), place.activity.shortId, stepAt(nowMs)),
  }),
  'activity.bringAlong': ({ activity, childId }) => ({ activityId: activity.activityId, alongIds: [childId] }),
  'activity.checkInResident': ({ activity, memberId }) => ({
    ...{ activityId: activity.activityId, residentIds: [memberId], how: 'name' },
  }),
  'activity.attendance': ({ activity }) => ({ activityId: activity.activityId }),
  'activity.cancel': ({ cancelling }) => ({ activityId: cancelling.activityId }),
  'reward.list': (place) => ({ ...here(place), holder: holder(place) }),
  'reward.get': (place) => ({ rewardId: place.rewardIds[0], holder: holder(place) }),
  'reward.create': (place) => ({
    ...{ ...here(place), kind: 'healthCheck', title: unique('体检'), summary: '一次', cost: 10, period: 'year' },
    ...{ stockPerPeriod: 5, limitHolder: 1, validDays: 90, providerIds: [place.providerId] },
    ...{ policyDocumentId: place.documentId, fundedBy: '经费', unitCostCents: 100 },
  }),
  'reward.issueVoucher': (place) => ({ rewardId: place.rewardIds[0], holder: holder(place) }),
  'reward.issueVoucherFor': (place) => ({ rewardId: place.rewardIds[0], holder: holder(place) }),
  'reward.goods': here,
  'reward.addGoods': (place) => ({ ...here(place), name: unique('物'), measure: '袋' }),
  'reward.goodsMovements': here,
  'reward.countGoods': (place) => ({ ...here(place), slip: { kind: 'money', cents: 100, source: '一位居民' } }),
  'reward.slips': here,
  'reward.watchSlip': ({ slipIds }) => ({ slipId: slipIds[0], isRight: true }),
  'reward.handOver': (place) => ({
    ...{ holder: holder(place), lines: [{ rewardId: place.goodsRewardId, quantity: 1 }] },
  }),
  'reward.handOutVoucher': ({ goodsVoucherId }) => ({ voucherId: goodsVoucherId }),
  'reward.redemption': here,
  'reward.setRedemption': (place) => ({ ...here(place), windows: [], monthPoints: 1_000_000 }),
  'reward.offered': here,
  'reward.kinds': here,
  'reward.nameKind': ({ units, districtDocumentId }) => ({
    ...{ unitId: units.districtId, name: unique('种类'), nature: 'goods', policyDocumentId: districtDocumentId },
  }),
  'reward.changeKind': ({ kindId }) => ({
    ...{ kindId, change: { what: 'renamed', name: unique('种类') }, because: '换个叫法' },
  }),
  'reward.changeGoods': ({ endingGoodsId }) => ({
    ...{ goodsId: endingGoodsId, change: { what: 'renamed', name: unique('物') }, because: '换个叫法' },
  }),
  'reward.secondLooks': here,
  'reward.look': ({ lookedIds }) => ({ householdId: lookedIds[0], isRight: true }),
  'reward.vouchers': (place) => ({ holder: holder(place) }),
  'reward.lookUpVoucher': ({ vouchers }) => ({ code: vouchers[0].code }),
  'reward.redeemVoucher': ({ vouchers }) => ({ code: vouchers[1].code }),
  'reward.redeemedVouchers': ({ providerId }) => ({ providerId }),
  'reward.voucherRegister': here,
  'reward.cancelVoucher': ({ vouchers }) => ({ voucherId: vouchers[2].voucherId }),
  'reward.retire': ({ rewardIds }) => ({ rewardId: rewardIds[1] }),
  'oversight.participation': ({ units }) => ({ unitId: units.streetId }),
  'oversight.community': here,
  'oversight.waiting': here,
  'household.movePeople': ({ quietIds, householdId }) => ({
    ...{ people: [{ residentId: quietIds[1], relation: '租客' }], to: { kind: 'household', householdId } },
    reason: 'movedHouse',
  }),
  'household.leave': ({ quietIds }) => ({ residentId: quietIds[0], reason: 'movedHouse' }),
  'household.recordDeath': ({ unboundId }) => ({ residentId: unboundId, diedOn: '2026-11-02', reason: 'showedPaper' }),
  'household.undoDeath': ({ unboundId }) => ({ residentId: unboundId, reason: 'wroteWrong' }),
  'household.changeHead': ({ householdId, memberId }) => ({
    ...{ householdId, headId: memberId, formerRelation: '父亲', reason: 'toldUs' },
  }),
  'household.revokeCard': ({ householdId }) => ({ householdId }),
  'organisation.revokeRole': ({ spareRoleId }) => ({ roleId: spareRoleId }),
  'household.unbindResident': ({ memberId }) => ({ residentId: memberId }),
  'household.erasePerson': ({ quietIds }) => ({ residentId: quietIds[0], reason: 'toldUs' }),
  'household.unbind': () => ({}),
  'household.eraseMyself': () => ({}),
};
export const inputs: Readonly<Record<string, InputOf>> = INPUTS;

/** Of the right shape and signed by nobody. */
function receiptOf(accountId: string, unitId: string) {
  const entry = { accountId, seq: 1, kind: 'credit', points: 1, title: '清洁', source: 'give', sourceId: 'x', unitId };
  const rest = { itemId: null, itemVersion: null, deedDate: '2026-11-01', postedAtMs: 1, correctsSeq: null };
  const hex = 'ab'.repeat(32);
  const named = { unitId, day: '2026-11-01', leafCount: 1, root: hex, prevHash: hex, hash: hex, keyId: 'ab' };
  const checkpoint = { ...named, signature: hex + hex };
  return { version: 1, entry: { ...entry, ...rest }, prevHash: hex, hash: hex, path: [], checkpoint };
}
