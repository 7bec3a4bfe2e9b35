import {
  addGuideline,
  addPolicyDocument,
  addProgramme,
  completeDrafts,
  draftItem,
  importSheet,
  publishItem,
} from '../../catalogue/contract';
import { importRoster } from '../../household/contract';
import { create as createReward } from '../../reward/contract';
import type { Stage } from './acting';
import { adminOf, staffOf } from './cast';
import { DOCUMENTS, ITEMS, type ItemFacts, PROGRAMMES, SHEETS } from './catalogue-facts';
import { FILES, upload } from './files';
import { COMMUNITIES, type CommunityKey } from './places';
import { REWARDS, type RewardFacts } from './reward-facts';
import { found, type SeededTown } from './seed-town';

/** Published items of a community, by name. */
export type Items = Readonly<Record<CommunityKey, ReadonlyMap<string, string>>>;

/** 浏河's own roster, as its grid workers keep it: the good rows go in, the others are told. */
export async function takeRosterIn(stage: Stage, town: SeededTown): Promise<void> {
  const staff = town.identityOf('staff');
  const file = await upload(stage, staff, FILES.roster);
  await stage.act(staff, importRoster, { unitId: town.unitId('liuhe'), ...file });
}

/** Guidelines by the city, then every community's own catalogue and rewards. */
export async function seedCatalogue(stage: Stage, town: SeededTown): Promise<Items> {
  const city = town.identityOf('city');
  const unitId = town.unitId('JM');
  const issuedOn = town.startedOn;
  const { policyDocumentId } = await stage.act(city, addPolicyDocument, { unitId, ...DOCUMENTS.city, issuedOn });
  const rewardDocument = await stage.act(city, addPolicyDocument, { unitId, ...DOCUMENTS.rewards, issuedOn });
  const guidelines = new Map<string, string>();
  for (const { name, category, range, countedPer, evidence } of ITEMS) {
    const [pointsMin, pointsMax] = range;
    const ask = { unitId, policyDocumentId, category, name, pointsMin, pointsMax, countedPer, evidence };
    guidelines.set(name, (await stage.act(city, addGuideline, ask)).guidelineItemId);
  }
  const items = {} as Record<CommunityKey, Map<string, string>>;
  for (const community of COMMUNITIES) {
    items[community] = await openCatalogue(stage, town, community, policyDocumentId, guidelines);
    await importOldSheet(stage, town, community, policyDocumentId);
    for (const facts of REWARDS[community])
      await openReward(stage, town, community, facts, rewardDocument.policyDocumentId);
  }
  return items;
}

async function openCatalogue(
  stage: Stage,
  town: SeededTown,
  community: CommunityKey,
  policyDocumentId: string,
  guidelines: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const [staff, admin] = [town.identityOf(staffOf(community)), town.identityOf(adminOf(community))];
  const unitId = town.unitId(community);
  const made = new Map<string, string>();
  const draft = async (facts: ItemFacts, basis: { guidelineItemId: string } | { programmeId: string }) => {
    const { name, category, points, countedPer, evidence, holderKind, caps } = facts;
    const legalDuty = { isDuty: false, reason: facts.beyondDuty };
    const ask = { unitId, name, category, points, countedPer, evidence, holderKind, caps, legalDuty, policyDocumentId };
    made.set(name, (await stage.act(staff, draftItem, { ...ask, ...basis })).itemId);
  };
  for (const facts of ITEMS) await draft(facts, { guidelineItemId: found(guidelines.get(facts.name), facts.name) });
  const programme = PROGRAMMES[community];
  if (programme) {
    const { name, aim } = programme;
    const { programmeId } = await stage.act(admin, addProgramme, { unitId, name, aim });
    for (const facts of programme.items) await draft(facts, { programmeId });
  }
  await publish(stage, admin, unitId, [...made.values()]);
  return made;
}

async function publish(stage: Stage, admin: string, unitId: string, itemIds: string[]): Promise<void> {
  const { refused } = await stage.act(admin, publishItem, { unitId, itemIds });
  if (refused.length > 0) throw new Error(`The demo's items were refused: ${JSON.stringify(refused)}`);
}

/** The committee's old sheet: all of its earning rows as drafts, three of them completed and published. */
async function importOldSheet(
  stage: Stage,
  town: SeededTown,
  community: CommunityKey,
  policyDocumentId: string,
): Promise<void> {
  const sheet = SHEETS[community];
  if (!sheet) return;
  const unitId = town.unitId(community);
  const staff = town.identityOf(staffOf(community));
  const file = await upload(stage, staff, FILES[sheet.file]);
  const { drafts } = await stage.act(staff, importSheet, { unitId, ...file });
  const itemIds = sheet.publish.map((name) => found(drafts.find((draft) => draft.name === name)?.itemId, name));
  const admin = town.identityOf(adminOf(community));
  const aim = '把过去的积分事项接着用起来，只加分，不扣分';
  const { programmeId } = await stage.act(admin, addProgramme, { unitId, name: '老办法里的好事', aim });
  const legalDuty = { isDuty: false, reason: sheet.reason };
  const caps = { personDay: 1, personMonth: 8, householdDay: 2 };
  await stage.act(staff, completeDrafts, { unitId, itemIds, policyDocumentId, programmeId, caps, legalDuty });
  await publish(stage, admin, unitId, itemIds);
}

async function openReward(
  stage: Stage,
  town: SeededTown,
  community: CommunityKey,
  facts: RewardFacts,
  policyDocumentId: string,
): Promise<void> {
  const { ages, stock, providers, choices = [], choiceAt = {}, ruralOnly = false, steps, ...rest } = facts;
  const [ageMin, ageMax] = ages ?? [null, null];
  await stage.act(town.identityOf(adminOf(community)), createReward, {
    ...rest,
    unitId: town.unitId(community),
    ...(ageMin !== null && { ageMin }),
    ...(ageMax !== null && { ageMax }),
    ruralOnly,
    stockPerPeriod: stock,
    choices: [...choices],
    steps: [...steps],
    providerIds: providers.map((key) => town.providerId(community, key)),
    choiceProviders: Object.entries(choiceAt).map(([choice, key]) => ({
      ...{ choice, providerId: town.providerId(community, key) },
    })),
    policyDocumentId,
  });
}
