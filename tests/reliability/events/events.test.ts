import path from 'node:path';
import * as z from 'zod';
import type { PublishedEvent } from '../../../cloudfunctions/kit/outbox/event';
import { rooms } from '../../../cloudfunctions/rooms/rooms.json';
import { ROLES, type Role } from '../../../cloudfunctions/values/roles';
import { newcomer } from '../../household/neighbourhood';
import { useDatabase } from '../../support/database';
import { TEST_NOW_MS, testWorld } from '../../support/world';
import { boundOf, type Desk, openDesk, registry, type Who } from '../matrix/desk';
import { inputs } from '../matrix/inputs';
import { addBranch, type Place, setPlace } from '../matrix/place';

/** Writes of which nobody above needs to hear, and why. */
const QUIET: Readonly<Record<string, string>> = {
  'household.seeNews': 'concerns nobody but who reads',
  'organisation.createUnit': 'the tree is read, not told',
  'organisation.createProvider': 'read where it is chosen from',
  'organisation.createSociety': 'read where it is chosen from; who leads it is told by roleChanged',
  'household.issueBindCode': 'handed over by whoever made it; using it tells memberBound',
  'household.invite': 'handed over by whoever made it; using it tells memberBound',
  'catalogue.addPolicyDocument': 'read where something is based on it',
  'catalogue.addGuideline': 'read when a draft is checked',
  'catalogue.addProgramme': 'read where something is based on it',
  'catalogue.changePolicyDocument': 'read where something is based on it',
  'catalogue.changeGuideline': 'read when a draft is checked',
  'catalogue.changeProgramme': 'read where something is based on it',
  'catalogue.draftItem': "nobody's business until it is published",
  'catalogue.completeDrafts': "nobody's business until it is published",
  'catalogue.importSheet': 'makes drafts only',
  'activity.renewKey': 'the device that shows the code asks again and again, see activity.attendance',
  'activity.setCheckIn': 'likewise; and whoever scans is told',
  'award.askGiver': 'read by whoever gives it, where it waits',
  'award.answerSigner': 'likewise by who signs',
  'ledger.nameCountersigner': 'read where keys are kept, by whoever confirms it',
  'ledger.confirmCountersigner': 'likewise',
  'ledger.endCountersigner': 'likewise',
  'ledger.countersign': 'read where days and receipts are shown',
  'files.beginUpload': 'nothing has come yet; the last part tells fileUploaded',
};

/** What each other write publishes when somebody of the place does it once. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  'files.uploadPart': ['fileUploaded'],
  'organisation.grantRole': ['roleChanged'],
  'organisation.revokeRole': ['roleChanged'],
  'organisation.setLimit': ['limitChanged'],
  'organisation.renameUnit': ['unitChanged'],
  'household.mergeUnits': ['unitChanged'],
  'household.redrawUnit': ['unitChanged'],
  'reward.addGoods': ['goodsAdded'],
  'reward.countGoods': ['goodsCounted'],
  'reward.watchSlip': ['slipWatched'],
  'reward.handOver': ['voucherIssued', 'voucherRedeemed'],
  'reward.handOutVoucher': ['voucherRedeemed'],
  'reward.setRedemption': ['redemptionChanged'],
  'reward.nameKind': ['rewardKindNamed'],
  'reward.changeKind': ['rewardKindChanged'],
  'reward.changeGoods': ['goodsChanged'],
  'household.agreeToPool': ['preferenceChanged'],
  'household.showMyName': ['preferenceChanged'],
  'household.addHousehold': ['householdRegistered'],
  'household.addMember': ['memberRegistered'],
  'household.correctPerson': ['personChanged'],
  'household.moveHousehold': ['personChanged'],
  'household.changeHead': ['personChanged'],
  'household.movePeople': ['personChanged'],
  'household.leave': ['personChanged'],
  'household.recordDeath': ['personChanged'],
  'household.eraseMyself': ['memberUnbound', 'roleChanged', 'personChanged'],
  'household.erasePerson': ['memberUnbound', 'personChanged'],
  'household.undoDeath': ['personChanged'],
  'household.importRoster': ['rosterImported'],
  'household.issueCard': ['cardChanged'],
  'household.revokeCard': ['cardChanged'],
  'household.printCards': ['cardChanged'],
  'household.proposeMerge': ['mergeProposed'],
  'household.proposeParting': ['mergeProposed'],
  'household.decideMerge': ['personChanged', 'mergeDecided'],
  'household.recordGuardian': ['personChanged'],
  'household.endGuardian': ['personChanged'],
  'household.bindByCard': ['memberBound'],
  'household.acceptInvite': ['memberBound'],
  'household.applyToBind': ['applicationMade'],
  'household.withdrawApplication': ['applicationEnded'],
  'household.decideApplication': ['householdRegistered', 'memberBound', 'applicationEnded'],
  'household.unbindResident': ['memberUnbound'],
  'household.unbind': ['memberUnbound'],
  'catalogue.publishItem': ['itemPublished'],
  'catalogue.retireItem': ['itemRetired'],
  'ledger.proposeCorrection': ['correctionProposed'],
  'ledger.withdrawCorrection': ['correctionEnded'],
  'ledger.decideCorrection': ['entryCorrected', 'correctionEnded'],
  'award.give': ['awardPosted', 'awardPosted'],
  'award.sign': ['awardPosted'],
  'award.withdraw': ['correctionProposed'],
  'award.turnDown': ['waitingAwardEnded'],
  'activity.create': ['activityAnnounced'],
  'activity.change': ['activityChanged'],
  'activity.cancel': ['activityCancelled'],
  'activity.signUp': ['signUpChanged'],
  'activity.checkIn': ['awardPosted'],
  'activity.bringAlong': ['awardPosted'],
  'activity.checkInResident': ['awardPosted'],
  'reward.create': ['rewardOpened'],
  'reward.retire': ['rewardRetired'],
  'reward.issueVoucher': ['voucherIssued'],
  'reward.issueVoucherFor': ['voucherIssued'],
  'reward.redeemVoucher': ['voucherRedeemed'],
  'reward.look': ['householdLooked'],
  'reward.cancelVoucher': ['voucherEnded'],
};

interface EventKind {
  readonly topic: string;
  readonly payload: z.ZodObject;
  read(event: PublishedEvent): unknown;
}

const ROOMS = path.join(__dirname, '../../../cloudfunctions');
const files = rooms.flat().map((room) => path.join(ROOMS, room, 'events.ts'));
const isKind = (found: unknown): found is EventKind => typeof found === 'function' && 'topic' in found;
const kinds = files.flatMap((file) => Object.values(require(file) as Record<string, unknown>).filter(isKind));

const database = useDatabase();
const world = testWorld(database, { clock: () => TEST_NOW_MS });
const writes = registry.filter(({ action }) => action.effect === 'write').map(({ action }) => action.name);

let lastId = 0;
/** What was published since the last time. */
async function published(): Promise<PublishedEvent[]> {
  const rows = await database.db.selectFrom('outbox').selectAll().where('id', '>', lastId).orderBy('id').execute();
  lastId = rows.at(-1)?.id ?? lastId;
  return rows.map(({ created_at, ...event }) => ({ ...event, atMs: created_at.getTime() }));
}

const everybody = ({ withdrawing, head, people }: Place): Who[] => [
  null,
  newcomer(),
  withdrawing.applicant,
  head.identity,
  ...ROLES.map((role) => people[role].identity),
];

/** Where the first who may is not the one whose deed it becomes: an item is published by another than its drafter. */
const DONE_BY: Readonly<Record<string, Role>> = { 'catalogue.publishItem': 'communityAdmin' };

/** As the first who may. */
async function doOnce(desk: Desk, place: Place, name: string, input: object): Promise<void> {
  const codes: string[] = [];
  const by = DONE_BY[name];
  for (const who of by ? [place.people[by].identity] : everybody(place)) {
    const answer = await desk.ask(who, name, input);
    if (answer.ok) return;
    codes.push(answer.code);
  }
  throw new Error(`nobody may ${name}: ${codes}`);
}

describe('every write of the registry', () => {
  it('publishes what is written here, or stands in the short list of the quiet ones', async () => {
    const desk = openDesk({ ...world, database });
    const place = await setPlace(world, desk, await addBranch(world));
    const ask = { activityId: place.activity.activityId };
    const { key } = await desk.must<{ key: string }>(place.people.communityStaff.identity, 'activity.liveCode', ask);
    const around = { nowMs: TEST_NOW_MS, keyOf: () => Buffer.from(key, 'base64url') };
    await published();
    const told: Record<string, readonly string[]> = {};
    const seen: PublishedEvent[] = [];
    for (const name of Object.keys(inputs).filter((one) => boundOf(one).action.effect === 'write')) {
      await doOnce(desk, place, name, inputs[name]?.(place, around) ?? {});
      const events = await published();
      if (events.length > 0) told[name] = events.map(({ topic }) => topic);
      seen.push(...events);
    }
    expect(told).toEqual(PUBLISHED);
    expect([...Object.keys(told), ...Object.keys(QUIET)].sort()).toEqual([...writes].sort());
    for (const event of seen) expect(kinds.filter((kind) => kind.read(event) !== null)).toHaveLength(1);
  });
});

describe('every kind of event', () => {
  it('has a topic of its own', () => {
    expect(kinds.length).toBeGreaterThan(20);
    expect(new Set(kinds.map(({ topic }) => topic)).size).toBe(kinds.length);
  });

  it('says ids, numbers, days and words of a list, and nothing that a person could have written', () => {
    const isFree = (field: z.ZodType): boolean => {
      if (field instanceof z.ZodNullable) return isFree(field.unwrap() as z.ZodType);
      const isPlain = [z.ZodUUID, z.ZodNumber, z.ZodISODate, z.ZodEnum, z.ZodBoolean].some(
        (one) => field instanceof one,
      );
      return !isPlain;
    };
    const free = kinds.flatMap(({ topic, payload }) =>
      Object.entries(payload.shape).flatMap(([name, field]) =>
        isFree(field as z.ZodType) ? [`${topic}.${name}`] : [],
      ),
    );
    expect(free).toEqual([]);
  });
});
