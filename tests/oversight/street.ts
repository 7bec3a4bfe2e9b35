import { randomUUID } from 'node:crypto';
import type { OutputOf } from '../../cloudfunctions/kit/action';
import type { community, participation } from '../../cloudfunctions/oversight/contract';
import { type Scene, setScene, supervisor } from '../activity/scene';
import { bind, type MemberOf, registerHome, type Somebody } from '../household/neighbourhood';
import { type AskAny, openDoors } from '../reliability/doors';
import type { TestDatabase } from '../support/database';
import { insertItem, insertNeighbours, type Units } from '../support/rows';

export type Told = OutputOf<typeof participation>;
export type ToldOne = OutputOf<typeof community>;

/** Communities with people in them who are thanked, and a district's supervisor who looks at them. */
export class Street {
  private constructor(
    readonly database: TestDatabase,
    readonly scene: Scene,
    readonly ask: AskAny,
    readonly district: Somebody,
  ) {}

  static async open(database: TestDatabase): Promise<Street> {
    const scene = await setScene(database);
    return new Street(database, scene, openDoors(scene.world), await supervisor(scene));
  }

  async must<T>(name: string, input: object, who = this.district): Promise<T> {
    const told = await this.ask(who, name, input);
    if (!told.ok) throw new Error(JSON.stringify(told));
    return told.data as T;
  }

  async figuresOf(unitId: string, monthsBack = 0) {
    const { months } = await this.must<Told>('oversight.participation', { unitId, monthsBack });
    return months[0] as Told['months'][number];
  }

  readonly oneOf = (unitId: string, monthsBack = 0) =>
    this.must<ToldOne>('oversight.community', { unitId, monthsBack });

  async reasonsOf(unitId: string, monthsBack = 0) {
    const { withoutPoints } = await this.oneOf(unitId, monthsBack);
    return Object.fromEntries(withoutPoints.map(({ because, households }) => [because, households]));
  }

  readonly next = () => insertNeighbours(this.database.db, this.scene.here);

  /** A household that has been on the roster since the summer. */
  async home(units: Units, ...members: readonly MemberOf[]) {
    const made = await registerHome(this.scene.world, units, ...members);
    await this.since(made.householdId, '2026-06-01');
    return made;
  }

  readonly since = (householdId: string, joinedOn: string) =>
    this.database.ownerPool.query('update membership set joined_on = $2 where household_id = $1', [
      householdId,
      joinedOn,
    ]);

  readonly leave = (residentId: string, leftOn: string) =>
    this.database.ownerPool.query('update membership set left_on = $2 where resident_id = $1', [residentId, leftOn]);

  /** Somebody of another place who works here. */
  async staffOf(units: Units): Promise<Somebody> {
    const { scene, database } = this;
    const giver = await registerHome(scene.world, scene.elsewhere, { name: '发放人' });
    const staff = await bind(scene.world, giver.memberIds[0] as string);
    await database.db
      .insertInto('role_grant')
      .values({
        ...{ id: randomUUID(), resident_id: staff.residentId, role: 'communityStaff', unit_id: units.communityId },
        ...{ valid_from: '2026-01-01', granted_at: new Date(scene.world.clock()) },
      })
      .execute();
    return staff;
  }

  /** Given by the staff of the community, or by one of them; on that day. */
  async give(
    units: Units,
    kind: 'resident' | 'household',
    id: string,
    deedDate: string,
    { category = '环境卫生', by: giver }: { category?: string; by?: Somebody } = {},
  ) {
    const staff = giver ?? (await this.staffOf(units));
    const by = { units, draftedBy: staff.residentId };
    const itemId = await insertItem(this.database.db, by, {
      ...{ category, points: 3, holder_kind: kind, published_at: new Date('2026-06-01T00:00:00Z') },
    });
    await this.must('award.give', { itemId, holders: [{ kind, id }], deedDate }, staff);
  }

  /** One proposes that two records are one person, another agrees. */
  async merge(units: Units, survivorId: string, mergedId: string): Promise<void> {
    const [one, other] = [await this.staffOf(units), await this.staffOf(units)];
    const asked = { survivorId, mergedId, reason: 'showedPaper' };
    const { mergeId } = await this.must<{ mergeId: string }>('household.proposeMerge', asked, one);
    await this.must('household.decideMerge', { mergeId, approve: true }, other);
  }

  /** Takes a credit back by the ledger's way, without those who propose and agree. */
  readonly correct = (accountId: string) =>
    this.database.ownerPool.query(
      `insert into ledger_entry (account_id, seq, kind, points, title, source, source_id, unit_id, deed_date, posted_at, posted_on, corrects_seq, prev_hash, hash)
       select account_id, 2, 'correction', points, title, 'correction', 'x', unit_id, deed_date, posted_at, posted_on, 1, hash, prev_hash
       from ledger_entry where account_id = $1`,
      [accountId],
    );
}
