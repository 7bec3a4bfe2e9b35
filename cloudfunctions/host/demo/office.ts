import { answerSigner, askGiver, give, sign, turnDown, waiting } from '../../award/contract';
import { draftItem, policyDocuments, programmes } from '../../catalogue/contract';
import {
  addHousehold,
  addMember,
  correctPerson,
  find,
  list as households,
  issueCard,
  me,
  printCards,
  proposeMerge,
  recordGuardian,
} from '../../household/contract';
import { corrections, decideCorrection, passbook, proposeCorrection } from '../../ledger/contract';
import { issueVoucherFor, list as rewards } from '../../reward/contract';
import { addDays } from '../../values/dates';
import { at } from './acting';
import type { Life } from './history';
import { found } from './seed-town';

/** What one may not do alone, what a second one has decided, what families are told of, in 浏河 in the days before `today`. */
export async function layOnDesk(life: Life, today: string): Promise<void> {
  const ago = (days: number, time: string) => life.stage.setTime(at(addDays(today, -days), time));
  const alone = await livingAlone(life);
  await tellFamilies(life, today, ago, alone.oldest);
  await registerByHand(life, today, ago);
  await registerTwice(life, ago, alone.other);
  await writeNewItem(life, ago);
  await giveToWrongOnes(life, ago, alone.quiet);
  await giveToMany(life, today, ago);
}

/** Sets the stage's clock to so many days before today. */
type Ago = (days: number, time: string) => void;

/** Two of the old who live by themselves, and two who take part in nothing. */
async function livingAlone({ stage, town, neighbours }: Life) {
  const [staff, unitId] = [town.identityOf('staff'), town.unitId('liuhe')];
  const homes = await stage.act(staff, households, { unitId, only: { alone: true }, limit: 100 });
  const single = new Set(homes.households.map(({ householdId }) => householdId));
  const sort = { by: 'age' as const, falling: true };
  const { people } = await stage.act(staff, find, { unitId, sort, only: { ageFrom: 25 }, limit: 100 });
  const alone = people.filter(({ householdId }) => single.has(householdId));
  const seen = new Set([...neighbours.keen, ...neighbours.sometimes, ...town.cast.idOf.values()]);
  const quiet = people.filter((person) => !seen.has(person.residentId) && !single.has(person.householdId ?? ''));
  return { oldest: found(alone[0], 'old neighbour'), other: found(alone.at(-1), 'neighbour alone'), quiet };
}
type Neighbour = Awaited<ReturnType<typeof livingAlone>>['oldest'];

/** 陈建军's family and 李桂芳's have news; he is the guardian of an old neighbour, by a paper that soon ends. */
async function tellFamilies({ stage, town }: Life, today: string, ago: Ago, oldest: Neighbour): Promise<void> {
  const [staff, gridWorker, head] = [town.identityOf('staff'), town.identityOf('gridWorker'), 'householdHead'] as const;
  ago(9, '10:20');
  const his = found((await stage.act(town.identityOf(head), me, {})).household ?? undefined, 'household');
  const hers = found((await stage.act(town.identityOf('senior'), me, {})).household ?? undefined, 'household');
  await stage.act(gridWorker, printCards, { householdIds: [his.householdId, hers.householdId] });
  const spouseIn = ({ members }: typeof his) =>
    found(members.find(({ relation }) => relation === '配偶')?.residentId, 'spouse');
  ago(6, '15:40');
  await correctPhone(spouseIn(hers), '14000190001');
  ago(4, '09:10');
  await correctPhone(spouseIn(his), '14000190002');
  ago(3, '10:30');
  await stage.act(staff, recordGuardian, {
    residentId: oldest.residentId,
    guardianId: found(town.cast.idOf.get(head), head),
    paper: 'agreement',
    paperOn: addDays(today, -340),
    until: addDays(today, 24),
    instead: false,
  });
  ago(1, '16:05');
  await stage.act(gridWorker, issueCard, { householdId: his.householdId });

  async function correctPhone(residentId: string, phone: string): Promise<void> {
    await stage.act(staff, correctPerson, { residentId, phone, reason: 'toldUs' });
  }
}

/** A family that just moved in was registered by hand, is given points and asks for a voucher: a second one looks first. */
async function registerByHand({ stage, town, items }: Life, today: string, ago: Ago): Promise<void> {
  const [gridWorker, staff] = [town.identityOf('gridWorker'), town.identityOf('staff')];
  const unitId = town.unitId('LH-G2-3');
  ago(12, '11:10');
  const { householdId, headId } = await stage.act(gridWorker, addHousehold, {
    ...{ unitId, number: 'LH0906', address: '浏河路31号2单元304' },
    head: { name: '汪小芸', sex: 'female', bornOn: `${Number(today.slice(0, 4)) - 33}-09-14`, phone: '14000190003' },
  });
  const partner = { name: '罗志远', relation: '配偶', sex: 'male' as const, phone: '14000190004' };
  await stage.act(gridWorker, addMember, { householdId, ...partner });
  const holder = { kind: 'resident' as const, id: headId };
  for (const days of [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) {
    ago(days, '16:40');
    await stage.act(gridWorker, give, {
      itemId: found(items.liuhe.get('照看独居老人'), '照看独居老人'),
      ...{ holders: [holder], evidence: '送了午饭，陪着说了会儿话' },
    });
  }
  ago(1, '17:20');
  const offered = await stage.act(staff, rewards, { unitId: town.unitId('liuhe'), holder });
  const book = found(
    offered.rewards.find(({ choices }) => choices.includes('购书卡')),
    '购书卡',
  );
  const wanted = { rewardId: book.rewardId, holder, choice: '购书卡' };
  await stage.isTold(staff, issueVoucherFor, wanted, 'SECOND_LOOK_NEEDED');
}

/** Somebody is registered anew at another address, and a colleague notices that they are there already. */
async function registerTwice({ stage, town }: Life, ago: Ago, { residentId, name }: Neighbour): Promise<void> {
  ago(5, '10:00');
  const gridWorker = town.identityOf('gridWorker');
  const again = { unitId: town.unitId('LH-G3-1'), number: 'LH0907', address: '浏河路18号1单元202', head: { name } };
  const { headId } = await stage.act(gridWorker, addHousehold, again);
  ago(1, '10:15');
  const two = { survivorId: residentId, mergedId: headId, reason: 'toldUs' as const };
  await stage.act(gridWorker, proposeMerge, two);
}

/** A colleague's new item lacks nothing but the second one who publishes it. */
async function writeNewItem({ stage, town }: Life, ago: Ago): Promise<void> {
  ago(1, '11:00');
  const [staff, unitId] = [town.identityOf('staff'), town.unitId('liuhe')];
  const { documents } = await stage.act(staff, policyDocuments, { unitId });
  const { programmes: brands } = await stage.act(staff, programmes, { unitId });
  await stage.act(staff, draftItem, {
    ...{ unitId, name: '教老人用手机', category: '邻里互助', points: 4, countedPer: '次' },
    ...{ evidence: '写一句经过', caps: { personDay: 1, personMonth: 8 } },
    legalDuty: { isDuty: false, reason: '教的是邻居家的老人，是自愿帮忙' },
    policyDocumentId: found(documents[0], 'document').policyDocumentId,
    programmeId: found(brands[0], 'programme').programmeId,
  });
}

/** Two were taken for somebody else: one is corrected, the other waits for a second person. */
async function giveToWrongOnes({ stage, town, items }: Life, ago: Ago, quiet: readonly Neighbour[]): Promise<void> {
  const [staff, admin, unitId] = [town.identityOf('staff'), town.identityOf('admin'), town.unitId('liuhe')];
  ago(5, '16:20');
  await giveWrongly('照看独居老人', '送了午饭，陪着说了会儿话', quiet[0], 'wrongPerson');
  ago(4, '09:40');
  const { corrections: proposed } = await stage.act(admin, corrections, { unitId });
  const { correctionId } = found(proposed[0], 'correction that waits');
  await stage.act(admin, decideCorrection, { correctionId, approve: true });
  ago(1, '10:50');
  await giveWrongly('调解邻里纠纷', '两家都签了字，单子在居委会', quiet[1], 'didNotHappen');

  async function giveWrongly(
    item: string,
    evidence: string,
    neighbour: Neighbour | undefined,
    reason: 'wrongPerson' | 'didNotHappen',
  ): Promise<void> {
    const { residentId } = found(neighbour, 'neighbour who takes part in nothing');
    const itemId = found(items.liuhe.get(item), item);
    await stage.act(staff, give, { itemId, holders: [{ kind: 'resident', id: residentId }], evidence });
    const { entries } = await stage.act(staff, passbook, { holderId: residentId });
    const { accountId, seq } = found(entries[0], 'entry');
    await stage.act(staff, proposeCorrection, { accountId, seq, reason });
  }
}

/** Three lists that one may not give alone: not signed, signed, and waiting with a question answered. */
async function giveToMany(life: Life, today: string, ago: Ago): Promise<void> {
  const { stage, town } = life;
  const [staff, admin] = [town.identityOf('staff'), town.identityOf('admin')];
  const unitId = town.unitId('liuhe');
  const oldest = async () => {
    const { awards } = await stage.act(admin, waiting, { unitId });
    return { waitingId: found(awards[0], 'award that waits').waitingId };
  };
  ago(4, '17:30');
  await giveTo(life, 'staff', '夜校学习', 240, addDays(today, -4));
  ago(3, '09:20');
  await stage.act(admin, turnDown, { ...(await oldest()), because: '名单里有当天没来的人，请对着签到表核一遍再发' });
  ago(2, '17:10');
  await giveTo(life, 'staff', '清洁家园', 200, addDays(today, -2));
  const cleaning = await oldest();
  ago(1, '09:05');
  await stage.act(admin, askGiver, { ...cleaning, question: '这么多人，是谁点的名？' });
  ago(1, '09:30');
  await stage.act(staff, answerSigner, { ...cleaning, answer: '四个网格员各点各的，签到表在我这里' });
  ago(1, '21:40'); // after what else that day brought, so that each passbook stands in the order of its time
  await stage.act(admin, sign, cleaning);
  ago(1, '21:45');
  await giveTo(life, 'gridWorker', '义务巡逻', 200, addDays(today, -1));
}

/** So many of those who take part at all, the personas not among them; the giver's own household is, and is left out. */
async function giveTo(
  { stage, town, items, neighbours }: Life,
  giver: 'staff' | 'gridWorker',
  item: string,
  count: number,
  deedDate: string,
): Promise<void> {
  const spared = new Set(town.cast.idOf.values());
  const many = [...neighbours.keen, ...neighbours.sometimes].filter((id) => !spared.has(id)).slice(0, count);
  const own = found(town.cast.idOf.get('gridWorker'), 'gridWorker');
  await stage.act(town.identityOf(giver), give, {
    itemId: found(items.liuhe.get(item), item),
    holders: [...many, own].map((id) => ({ kind: 'resident' as const, id })),
    deedDate,
  });
}
