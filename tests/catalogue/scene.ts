import { readFileSync } from 'node:fs';
import { catalogueRoom } from '../../cloudfunctions/catalogue/main';
import { NO_CAPS } from '../../cloudfunctions/catalogue/rules/item';
import type { World } from '../../cloudfunctions/kit/world';
import { dataOf, insertHolder, openTestRoom } from '../support/doors';
import { insertResident, insertUnits } from '../support/rows';
import { keepFile } from '../support/upload';
import { sheetOf } from './workbook';

export interface Made {
  itemId: string;
  version: number;
}
export interface Listed extends Made {
  name: string;
  state: string;
  points: number;
  category: string;
  hasDraft: boolean;
  policyDocumentNumber: string | null;
  programmeName: string | null;
}
export interface PublishAnswer {
  published: Made[];
  refused: { itemId: string; name: string; findings: { rule: string; detail: object }[] }[];
}
export interface ImportAnswer {
  waiting: number;
  drafts: { itemId: string; row: number; name: string; points: number; isNew: boolean }[];
  refused: { row: number; text: string; points: number | null; rule: string }[];
}

export const fileOf = (name: string) => readFileSync(`cloudfunctions/host/demo/data/${name}`).toString('base64');
const ONCE_A_DAY = { ...NO_CAPS, personDay: 1 };
const NO_DUTY = { isDuty: false, reason: '自愿参加，法律没有要求' };

/** A community with its people, a notice and a range from 1 to 10 of the district, and the catalogue's door. */
export async function openScene(world: World) {
  const call = openTestRoom(catalogueRoom, world);
  /** As the staff member does, from a file's base64. */
  const upload = (base64: string) => keepFile(world, staff, Buffer.from(base64, 'base64'));
  const units = await insertUnits(world.database.db);
  const holder = (role: Parameters<typeof insertHolder>[1], unitId: string) => insertHolder(world, role, unitId);
  const district = await holder('districtSupervisor', units.districtId);
  const admin = await holder('communityAdmin', units.communityId);
  const staff = await holder('communityStaff', units.communityId);
  const resident = await insertResident(world.database.db);
  const notice = { number: '东综治委〔2017〕4号', title: '指导标准', issuer: '区综治委', issuedOn: '2017-03-01' };
  const { policyDocumentId } = dataOf<{ policyDocumentId: string }>(
    await call(district, 'addPolicyDocument', { unitId: units.districtId, ...notice }),
  );
  const range = { category: '公益', name: '公益活动', pointsMin: 1, pointsMax: 10, countedPer: '人次' };
  const { guidelineItemId } = dataOf<{ guidelineItemId: string }>(
    await call(district, 'addGuideline', { unitId: units.districtId, policyDocumentId, ...range }),
  );
  const basis = { policyDocumentId, guidelineItemId, caps: ONCE_A_DAY, legalDuty: NO_DUTY };
  const here = { unitId: units.communityId };
  const item = (name: string, more: object = {}) => ({
    ...here,
    name,
    category: '公益',
    points: 5,
    countedPer: '次',
    ...more,
  });
  return {
    call,
    upload,
    units,
    district,
    admin,
    staff,
    resident,
    policyDocumentId,
    guidelineItemId,
    basis,
    here,
    item,
    /** A draft that lacks nothing. */
    draft: async (name: string, more: object = {}) =>
      dataOf<Made>(await call(staff, 'draftItem', item(name, { ...basis, ...more }))),
    /** Complete drafts of many small deeds at once, in order. */
    manyDrafts: async (count: number) => {
      const deeds = Array.from({ length: count }, (_, i) => [`第${i}件好事`, '5分']);
      const ask = { ...here, fileName: '细则.xlsx', fileHash: await upload(sheetOf(['事项', '分值'], ...deeds)) };
      const { drafts } = dataOf<ImportAnswer>(await call(staff, 'importSheet', ask));
      const itemIds = drafts.map((draft) => draft.itemId);
      dataOf(await call(staff, 'completeDrafts', { ...here, itemIds, ...basis }));
      return itemIds;
    },
    publish: async (...itemIds: string[]) =>
      dataOf<PublishAnswer>(await call(admin, 'publishItem', { ...here, itemIds })),
    list: async (by: string | null, state: string, more: object = {}) =>
      dataOf<{ items: Listed[]; nextCursor: string | null }>(await call(by, 'items', { ...here, state, ...more })),
    importSheet: async (name: string, fileName = name) =>
      dataOf<ImportAnswer>(
        await call(staff, 'importSheet', { ...here, fileName, fileHash: await upload(fileOf(name)) }),
      ),
  };
}
export type Scene = Awaited<ReturnType<typeof openScene>>;
