import { randomUUID } from 'node:crypto';
import type { World } from '../../../cloudfunctions/kit/world';
import { signCheckpoints } from '../../../cloudfunctions/ledger';
import { announce, family, type Scene, screenOf } from '../../activity/scene';
import { employ, type Somebody } from '../../household/neighbourhood';
import { insertPolicyDocument, insertReward } from '../../support/rows';
import { announced, hashOf, partOf } from '../../support/upload';
import { TEST_NOW_MS } from '../../support/world';
import { type AskAny, fieldOf, openDoors } from '../doors';

/** Sends the command through a world; the same one again is the same request. */
export type Command = (world: World) => Promise<unknown>;

const sending = (who: Somebody, name: string, input: object): Command => {
  const requestId = randomUUID();
  return (world) => openDoors(world)(who, name, input, requestId);
};

/** People and things that every command needs, once. */
export async function setStage(scene: Scene) {
  const admin = await employ(scene.world, scene.here, 'communityAdmin', scene.here.communityId, '管理员');
  return { scene, admin, ask: openDoors(scene.world) };
}
export type Stage = Awaited<ReturnType<typeof setStage>>;

async function someone({ scene, ask }: Stage, points = 0) {
  const home = await family(scene, { name: '周爱华' }, { name: '周小明', bornOn: '2018-05-01' });
  if (points > 0) await give(scene, ask, home.head.residentId);
  return home;
}
const give = (scene: Scene, ask: AskAny, id: string) =>
  ask(scene.staff, 'award.give', { itemId: scene.itemId, holders: [{ kind: 'resident', id }] });

/** Somebody new each time: one person's ninth file would make their first one go. */
const uploader = ({ world, here }: Scene) => employ(world, here, 'communityStaff', here.communityId, '上传人');
const newFile = () => Buffer.from(randomUUID());

/** What arranges each command, so that nothing but the command itself is left to do. */
export const COMMANDS: Readonly<Record<string, (stage: Stage) => Promise<Command>>> = {
  'award.give': async (stage) => {
    const { memberIds } = await someone(stage);
    const holders = memberIds.map((id) => ({ kind: 'resident', id }));
    return sending(stage.scene.staff, 'award.give', { itemId: stage.scene.itemId, holders });
  },
  'activity.checkIn': async (stage) => {
    const { head, memberIds } = await someone(stage);
    const { activityId } = await announce(stage.scene);
    const { codeAt } = await screenOf(stage.scene, activityId);
    return sending(head, 'activity.checkIn', { code: codeAt(TEST_NOW_MS), alongIds: [memberIds[1]] });
  },
  'activity.bringAlong': async (stage) => {
    const { head, memberIds } = await someone(stage);
    const { activityId } = await announce(stage.scene);
    const { codeAt } = await screenOf(stage.scene, activityId);
    await stage.ask(head, 'activity.checkIn', { code: codeAt(TEST_NOW_MS) });
    return sending(head, 'activity.bringAlong', { activityId, alongIds: [memberIds[1]] });
  },
  'activity.checkInResident': async (stage) => {
    const { memberIds } = await someone(stage);
    const { activityId } = await announce(stage.scene);
    const input = { activityId, residentIds: memberIds, how: 'name' };
    return sending(stage.scene.staff, 'activity.checkInResident', input);
  },
  'activity.signUp': async (stage) => {
    const { head } = await someone(stage);
    const { activityId } = await announce(stage.scene, { signUp: 'open', capacity: 3 });
    return sending(head, 'activity.signUp', { activityId, coming: true });
  },
  'reward.issueVoucherFor': async (stage) => {
    const { head } = await someone(stage, 5);
    const by = { units: stage.scene.here, createdBy: stage.scene.staff.residentId };
    const rewardId = await insertReward(stage.scene.world.database.db, by, { cost: 5 });
    const holder = { kind: 'resident', id: head.residentId };
    return sending(stage.scene.staff, 'reward.issueVoucherFor', { rewardId, holder });
  },
  'catalogue.publishItem': async ({ scene, admin, ask }) => {
    const { communityId: unitId } = scene.here;
    const policyDocumentId = await insertPolicyDocument(scene.world.database.db, unitId);
    const caps = { personDay: 1, personMonth: null, personYear: null };
    const drafted = await ask(scene.staff, 'catalogue.draftItem', {
      ...{
        unitId,
        policyDocumentId,
        name: `好事${nameOf(draftCount++)}`,
        category: '公益',
        points: 5,
        countedPer: '次',
      },
      caps: { ...caps, householdDay: null, householdMonth: null, householdYear: null },
      legalDuty: { isDuty: false, reason: '自愿参加，法律没有要求' },
    });
    const input = { unitId, itemIds: [fieldOf<string>(drafted, 'itemId')] };
    return sending(admin, 'catalogue.publishItem', input);
  },
  'files.beginUpload': async ({ scene }) => sending(await uploader(scene), 'files.beginUpload', announced(newFile())),
  'files.uploadPart': async ({ scene, ask }) => {
    const [who, file] = [await uploader(scene), newFile()];
    await ask(who, 'files.beginUpload', announced(file));
    return sending(who, 'files.uploadPart', { fileHash: hashOf(file), part: 0, partBase64: partOf(file, 0) });
  },
  'ledger.proposeCorrection': async (stage) => {
    const { head } = await someone(stage, 5);
    const input = { accountId: head.residentId, seq: 1, reason: 'wrongPerson' };
    return sending(stage.scene.staff, 'ledger.proposeCorrection', input);
  },
  'ledger.withdrawCorrection': async (stage) => {
    const { head } = await someone(stage, 5);
    const input = { accountId: head.residentId, seq: 1, reason: 'wrongItem' };
    const proposed = await stage.ask(stage.scene.staff, 'ledger.proposeCorrection', input);
    const correctionId = fieldOf<string>(proposed, 'correctionId');
    return sending(stage.scene.staff, 'ledger.withdrawCorrection', { correctionId });
  },
  'ledger.decideCorrection': async (stage) => {
    const { head } = await someone(stage, 5);
    const input = { accountId: head.residentId, seq: 1, reason: 'didNotHappen' };
    const proposed = await stage.ask(stage.scene.staff, 'ledger.proposeCorrection', input);
    const correctionId = fieldOf<string>(proposed, 'correctionId');
    return sending(stage.admin, 'ledger.decideCorrection', { correctionId, approve: true });
  },
};

/** The nightly job, one night later each time; what is unsigned before is signed first. */
export async function arrangeSigning(stage: Stage): Promise<Command> {
  const { world } = stage.scene;
  stage.scene.setClock(world.clock() + DAY_MS);
  await signCheckpoints(world, world.clock());
  await someone(stage, 5);
  const nextDayMs = world.clock() + DAY_MS;
  return (over) => signCheckpoints(over, nextDayMs).catch(() => 0);
}

const DAY_MS = 86_400_000;
let draftCount = 0;
/** Names that are no near-doubles of each other. */
const nameOf = (count: number) =>
  [...count.toString(4).padStart(6, '0')].map((digit) => '甲乙丙丁'[Number(digit)]).join('');
