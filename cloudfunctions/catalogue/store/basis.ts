import { sql } from 'kysely';
import { isBehind } from '../../kit/cursor';
import type { Db } from '../../kit/transaction';

const inPinyin = (column: string) => sql`${sql.ref(column)} collate "zh-x-icu"`;
/** What stands in a unit or above it: its path begins the unit's path. */
const isAbove = (unitPath: string) => sql<boolean>`starts_with(${unitPath}, u.path)`;
const isEnded = (of: 'd' | 'g' | 'p') => sql<boolean>`${sql.ref(`${of}.ended_at`)} is not null`.as('isEnded');
/** What has ended is asked for by whoever keeps it. */
const inForce = (of: 'd' | 'g' | 'p', ended: boolean) =>
  sql<boolean>`(${ended} or ${sql.ref(`${of}.ended_at`)} is null)`;

interface Asked {
  /** Also those that have ended. */
  readonly ended: boolean;
  readonly limit: number;
}

export interface PolicyDocumentRow {
  readonly policyDocumentId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly issuedOn: string;
  /** Nothing new rests on it. */
  readonly isEnded: boolean;
}

const documents = (db: Db) =>
  db
    .selectFrom('policy_document as d')
    .innerJoin('unit as u', 'u.id', 'd.unit_id')
    .select([
      'd.id as policyDocumentId',
      'd.unit_id as unitId',
      'u.path as unitPath',
      'd.number',
      'd.title',
      'd.issuer',
      'd.issued_on as issuedOn',
      isEnded('d'),
    ]);

export async function policyDocumentsOf(db: Db, ids: readonly string[]): Promise<Map<string, PolicyDocumentRow>> {
  const rows = await documents(db).where('d.id', '=', sql<string>`any(${ids})`).execute();
  return new Map(rows.map((row) => [row.policyDocumentId, row]));
}

/** A unit's own notices and those of the units above it, the newest first. */
export function policyDocumentsAbove(
  db: Db,
  unitPath: string,
  after: Pick<PolicyDocumentRow, 'issuedOn' | 'policyDocumentId'> | null,
  { ended, limit }: Asked,
): Promise<PolicyDocumentRow[]> {
  const above = documents(db).where(isAbove(unitPath)).where(inForce('d', ended));
  const rest = after
    ? above.where(
        sql<boolean>`(d.issued_on < ${after.issuedOn} or d.issued_on = ${after.issuedOn} and d.id > ${after.policyDocumentId}::uuid)`,
      )
    : above;
  return rest.orderBy('d.issued_on', 'desc').orderBy('d.id').limit(limit).execute();
}

/** False when the unit has a notice of that number already. */
export async function addPolicyDocument(
  db: Db,
  row: Omit<PolicyDocumentRow, 'unitPath' | 'isEnded'>,
  nowMs: number,
): Promise<boolean> {
  const inserted = await db
    .insertInto('policy_document')
    .values({
      id: row.policyDocumentId,
      unit_id: row.unitId,
      number: row.number,
      title: row.title,
      issuer: row.issuer,
      issued_on: row.issuedOn,
      created_at: new Date(nowMs),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export interface GuidelineRow {
  readonly guidelineItemId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly policyDocumentId: string;
  readonly category: string;
  readonly name: string;
  readonly pointsMin: number;
  readonly pointsMax: number;
  readonly countedPer: string;
  readonly evidence: string;
  readonly isEnded: boolean;
}

const guidelines = (db: Db) =>
  db
    .selectFrom('guideline_item as g')
    .innerJoin('unit as u', 'u.id', 'g.unit_id')
    .select([
      'g.id as guidelineItemId',
      'g.unit_id as unitId',
      'u.name as unitName',
      'u.path as unitPath',
      'g.policy_document_id as policyDocumentId',
      'g.category',
      'g.name',
      'g.points_min as pointsMin',
      'g.points_max as pointsMax',
      'g.counted_per as countedPer',
      'g.evidence',
      isEnded('g'),
    ]);

export async function guidelinesOf(db: Db, ids: readonly string[]): Promise<Map<string, GuidelineRow>> {
  const rows = await guidelines(db).where('g.id', '=', sql<string>`any(${ids})`).execute();
  return new Map(rows.map((row) => [row.guidelineItemId, row]));
}

const byCategory = sql`${inPinyin('g.category')}, ${inPinyin('g.name')}, g.id`;

/** By category and name in pinyin; `afterId` is the one that the page before ended with. */
export function guidelinesAbove(
  db: Db,
  unitPath: string,
  afterId: string | undefined,
  { ended, limit }: Asked,
): Promise<GuidelineRow[]> {
  const above = guidelines(db)
    .where(isAbove(unitPath))
    .where(inForce('g', ended))
    .where(isBehind(byCategory, sql`from guideline_item g where g.id =`, afterId));
  return above.orderBy(byCategory).limit(limit).execute();
}

/** False when the unit has a guideline item of that name already. */
export async function addGuideline(
  db: Db,
  row: Omit<GuidelineRow, 'unitName' | 'unitPath' | 'isEnded'>,
  nowMs: number,
): Promise<boolean> {
  const inserted = await db
    .insertInto('guideline_item')
    .values({
      id: row.guidelineItemId,
      unit_id: row.unitId,
      policy_document_id: row.policyDocumentId,
      category: row.category,
      name: row.name,
      points_min: row.pointsMin,
      points_max: row.pointsMax,
      counted_per: row.countedPer,
      evidence: row.evidence,
      created_at: new Date(nowMs),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export interface ProgrammeRow {
  readonly programmeId: string;
  readonly unitId: string;
  readonly name: string;
  readonly aim: string;
  readonly isEnded: boolean;
}

const programmes = (db: Db) =>
  db
    .selectFrom('programme as p')
    .select(['p.id as programmeId', 'p.unit_id as unitId', 'p.name', 'p.aim', isEnded('p')]);

const byName = sql`${inPinyin('p.name')}, p.id`;

export async function programmesOf(db: Db, ids: readonly string[]): Promise<Map<string, ProgrammeRow>> {
  const rows = await programmes(db).where('p.id', '=', sql<string>`any(${ids})`).execute();
  return new Map(rows.map((row) => [row.programmeId, row]));
}

/** By name in pinyin; `afterId` is the one that the page before ended with. */
export function pageOfProgrammes(
  db: Db,
  unitId: string,
  afterId: string | undefined,
  { ended, limit }: Asked,
): Promise<ProgrammeRow[]> {
  const own = programmes(db)
    .where('p.unit_id', '=', unitId)
    .where(inForce('p', ended))
    .where(isBehind(byName, sql`from programme p where p.id =`, afterId));
  return own.orderBy(byName).limit(limit).execute();
}

/** False when the community has a programme of that name already. */
export async function addProgramme(db: Db, row: Omit<ProgrammeRow, 'isEnded'>, nowMs: number): Promise<boolean> {
  const { programmeId: id, unitId: unit_id, name, aim } = row;
  const inserted = await db
    .insertInto('programme')
    .values({ id, unit_id, name, aim, created_at: new Date(nowMs) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
