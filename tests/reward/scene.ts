import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../../cloudfunctions/database/connect';
import { addHouseholds, findPrincipal, type NewMember } from '../../cloudfunctions/household';
import type { Random } from '../../cloudfunctions/kit/ids';
import { createLog } from '../../cloudfunctions/kit/log';
import { openRoom } from '../../cloudfunctions/kit/room';
import { runOn } from '../../cloudfunctions/kit/statement';
import { inTransaction } from '../../cloudfunctions/kit/transaction';
import type { World } from '../../cloudfunctions/kit/world';
import { append, balancesOf, type Holder, lockAccounts } from '../../cloudfunctions/ledger';
import { addGrants, addProviders, type NewGrant } from '../../cloudfunctions/organisation';
import { rewardRoom } from '../../cloudfunctions/reward/main';
import { insertReward, insertUnits, type Units } from '../support/rows';
import { TEST_NOW_MS, testWorld } from '../support/world';

export type Reply = { ok: boolean; code?: string; detail?: Record<string, unknown>; data?: Record<string, never> };
type Grant = Pick<NewGrant, 'role' | 'unitId'> & Partial<NewGrant>;

/** A community of people who call by name; the clock stands still until it is set. */
export class Scene {
  nowMs = TEST_NOW_MS;
  readonly world: World;
  readonly logLines: string[] = [];
  private readonly door;
  private identities = new Map<string, Promise<string>>();

  constructor(
    readonly database: Database,
    readonly units: Units,
    random?: Random,
  ) {
    const log = createLog('debug', { write: (line: string) => void this.logLines.push(line) });
    this.world = { ...testWorld(database, { clock: () => this.nowMs, ...(random && { random }) }), log };
    this.door = openRoom(rewardRoom, this.world, findPrincipal);
  }

  /** The same people and the same moment, called over another connection. */
  over(other: Database): Scene {
    const scene = new Scene({ ...this.database, ...other }, this.units);
    scene.identities = this.identities;
    scene.nowMs = this.nowMs;
    return scene;
  }

  /** A household; its first member is the head. Returns the ids, the household's first. */
  async addHousehold(
    members: readonly Partial<NewMember>[],
    options: { units?: Units; poolAgreed?: boolean } = {},
  ): Promise<[householdId: string, ...residentIds: string[]]> {
    const units = options.units ?? this.units;
    const householdId = randomUUID();
    const people = members.map((member, i) => ({
      residentId: randomUUID(),
      name: '王小明',
      relation: i === 0 ? '户主' : '其他',
      ...member,
    }));
    await addHouseholds(this.world, this.database.db, [
      {
        householdId,
        communityId: units.communityId,
        unitId: units.gridId,
        number: householdId.slice(0, 12),
        address: null,
        members: people,
        joinedOn: '2026-01-01',
        poolAgreed: options.poolAgreed ?? false,
      },
    ]);
    return [householdId, ...people.map((person) => person.residentId)];
  }

  async addPerson(member: Partial<NewMember> = {}, units?: Units): Promise<string> {
    const [, residentId = ''] = await this.addHousehold([member], units ? { units } : {});
    return residentId;
  }

  async addStaff(...grants: readonly Grant[]): Promise<string> {
    const residentId = await this.addPerson({ name: '赵干事' });
    await this.grant(residentId, ...grants);
    return residentId;
  }

  async grant(residentId: string, ...grants: readonly Grant[]): Promise<void> {
    const common = { providerId: null, societyId: null, validFrom: '2026-01-01', validUntil: null, grantedBy: null };
    const rows = grants.map((grant) => ({
      ...common,
      roleId: randomUUID(),
      residentId,
      grantedAtMs: this.nowMs,
      ...grant,
    }));
    await addGrants(this.database.db, rows);
  }

  async addProvider(name = '和平社区卫生服务中心', unitId = this.units.communityId): Promise<string> {
    const providerId = randomUUID();
    const place = '一楼 3 号窗口';
    await addProviders(this.database.db, [
      { providerId, unitId, kind: 'health', name, place, hours: '', phone: null, createdAtMs: this.nowMs },
    ]);
    return providerId;
  }

  clerkOf(...providerIds: readonly string[]): Promise<string> {
    const { communityId } = this.units;
    return this.addStaff(
      ...providerIds.map((providerId) => ({ role: 'providerClerk' as const, unitId: communityId, providerId })),
    );
  }

  /** A reward honoured by these providers, opened behind the actions. */
  async addReward(
    providerIds: readonly string[],
    values: Parameters<typeof insertReward>[2] = {},
    createdBy?: string,
  ): Promise<string> {
    const { db } = this.database;
    const by = { units: this.units, createdBy: createdBy ?? (await this.addPerson()) };
    const rewardId = await insertReward(db, by, values);
    for (const providerId of providerIds)
      await db.insertInto('reward_provider').values({ reward_id: rewardId, provider_id: providerId }).execute();
    return rewardId;
  }

  /** Points with a chain behind them. */
  async credit(points: number, ...holders: readonly Holder[]): Promise<void> {
    const { communityId: unitId } = this.units;
    await inTransaction(this.database.db, async (trx) => {
      const run = runOn(trx);
      const accounts = await lockAccounts(run, holders, this.nowMs);
      const draft = {
        kind: 'credit',
        points,
        title: '清洁家园',
        source: 'give',
        unitId,
        deedDate: '2026-11-01',
      } as const;
      const none = { itemId: null, itemVersion: null, correctsSeq: null };
      await append(
        run,
        accounts,
        holders.map(({ id }) => ({ ...draft, ...none, accountId: id, sourceId: randomUUID(), postedAtMs: this.nowMs })),
      );
    });
  }

  /** Somebody born in 1980, with points. */
  async withPoints(points: number, member: Parameters<Scene['addPerson']>[0] = {}): Promise<string> {
    const id = await this.addPerson({ bornOn: '1980-01-01', ...member });
    await this.credit(points, resident(id));
    return id;
  }

  issue(who: string, rewardId: string, input: object = {}) {
    return this.ask(who, 'issueVoucher', { rewardId, ...input });
  }

  async balance(holderId: string) {
    return (await balancesOf(this.database.db, [holderId])).get(holderId);
  }

  async identityOf(residentId: string): Promise<string> {
    const known = this.identities.get(residentId) ?? this.addIdentity(residentId);
    this.identities.set(residentId, known);
    return known;
  }

  private async addIdentity(residentId: string): Promise<string> {
    const row = { id: randomUUID(), kind: 'demo', subject_hash: randomBytes(32), resident_id: residentId } as const;
    await this.database.db
      .insertInto('identity')
      .values({ ...row, created_at: new Date(this.nowMs) })
      .execute();
    return row.id;
  }

  async ask(residentId: string, verb: string, input: object = {}, requestId: string = randomUUID()): Promise<Reply> {
    const identityId = await this.identityOf(residentId);
    const isRead = [
      'list',
      'get',
      'vouchers',
      'redeemedVouchers',
      'voucherRegister',
      'kinds',
      'offered',
      'redemption',
      'goods',
      'goodsMovements',
      'slips',
    ].includes(verb);
    const body = isRead ? { input } : { input, requestId };
    return (await this.door(verb, { body, identity: { kind: 'session', identityId } })) as Reply;
  }

  /** Asks for what must succeed, and gives the answer's data. */
  async must<T = Record<string, never>>(residentId: string, verb: string, input: object = {}): Promise<T> {
    const reply = await this.ask(residentId, verb, input);
    if (!reply.ok) throw new Error(`${verb}: ${reply.code} ${JSON.stringify(reply.detail)}`);
    return reply.data as T;
  }
}

export async function setScene(database: Database, random?: Random): Promise<Scene> {
  return new Scene(database, await insertUnits(database.db), random);
}

/** Bytes that a seed replays. */
export function seededRandom(seed: string): Random {
  let drawn = 0;
  return (bytes) => Buffer.from(hkdfSync('sha256', seed, 'tests', String(drawn++), bytes));
}

export const resident = (id: string): Holder => ({ kind: 'resident', id });

/** What tests read of a voucher. */
export interface VoucherSeen {
  readonly voucherId: string;
  readonly code: string;
  readonly qr: string;
  readonly state: string;
  readonly expiresAtMs: number;
}
