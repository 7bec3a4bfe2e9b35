import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../cloudfunctions/kit/refusal';
import type { World } from '../../../cloudfunctions/kit/world';
import { employ, type Somebody } from '../../household/neighbourhood';
import type { TestDatabase } from '../../support/database';
import { insertUnits, type Units } from '../../support/rows';
import { TEST_NOW_MS, testWorld } from '../../support/world';
import { type Desk, openDesk, type Who } from '../matrix/desk';
import { type Built, build } from './build';
import type { Holder, Name } from './cast';
import { leaveOutOneNight } from './nights';

/** A write as it was sent and answered, so that it can be sent again. */
export interface Sent {
  readonly who: Name;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly answer: Answer;
}
interface VoucherSeen {
  readonly voucherId: string;
  readonly code: string;
  readonly qr: string;
}
interface ActivitySeen {
  readonly activityId: string;
  readonly shortId: string;
  /** What the organiser's device would hold. */
  readonly key: Buffer;
}

/** The world of a chapter: one database, one clock, all rooms behind their doors. */
export interface Theatre {
  readonly database: TestDatabase;
  readonly world: World;
  readonly desk: Desk;
  readonly elsewhere: Units;
  /** Of the district in which every history has its community. */
  readonly supervisor: Somebody;
  nowMs: number;
}

export async function openTheatre(database: TestDatabase): Promise<Theatre> {
  const time = { nowMs: TEST_NOW_MS };
  const world = testWorld(database, { clock: () => time.nowMs });
  const elsewhere = await insertUnits(database.db);
  await leaveOutOneNight(world, TEST_NOW_MS - 30 * 86_400_000);
  const supervisor = await employ(world, elsewhere, 'districtSupervisor', elsewhere.districtId, '督导员');
  return Object.assign(time, { database, world, desk: openDesk(world), elsewhere, supervisor });
}

/** The real thing beside the model: one community of a history's own. */
export class Stage {
  readonly vouchers: VoucherSeen[] = [];
  readonly activities: ActivitySeen[] = [];
  readonly correctionIds: string[] = [];
  readonly sent: Sent[] = [];
  /** Those whose phone is let go of. */
  readonly unbound = new Set<Name>();

  private constructor(
    readonly theatre: Theatre,
    readonly built: Built,
  ) {}

  static async open(theatre: Theatre): Promise<Stage> {
    return new Stage(theatre, await build(theatre.world, theatre.elsewhere));
  }

  idOf = (holder: Holder): string => this.built.holderIds[holder];
  holder = (holder: Holder) => ({ kind: this.built.kindOf(holder), id: this.idOf(holder) });
  identityOf = (name: Name): Who => ({ kind: 'session', identityId: this.built.identityIds[name] as string });

  read = (who: Name, action: string, input: Sent['input']): Promise<Answer> =>
    this.theatre.desk.ask(this.identityOf(who), action, input);

  /** A new request; what the door let in is kept in mind. */
  async write(who: Name, action: string, input: Sent['input']): Promise<Answer> {
    const requestId = randomUUID();
    const answer = await this.theatre.desk.ask(this.identityOf(who), action, input, requestId);
    const isKept = answer.ok || !['NOT_ALLOWED', 'INVALID_INPUT', 'FAULT'].includes(answer.code);
    if (answer.ok && action === 'household.unbind') this.unbound.add(who);
    if (answer.ok && action === 'household.acceptInvite') this.unbound.delete(who);
    if (isKept) this.sent.push({ who, action, input, requestId, answer });
    return answer;
  }
}

/** 'ok', or the code of the refusal. */
export const codeOf = (answer: Answer): string => (answer.ok ? 'ok' : answer.code);
export const dataOf = <T>(answer: Answer): T | null => (answer.ok ? (answer.data as T) : null);
