import type { SharedRead } from '../kit/shared-read';
import type { Statement } from '../kit/statement';
import type { Db } from '../kit/transaction';

export interface FoundSession {
  readonly identityId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Since when another token stands in its place. */
  readonly renewedAt: Date | null;
  /** When the roles of its holder changed, or will. */
  readonly roleChangedAt: readonly Date[];
}

export interface SessionRow {
  readonly tokenHash: Buffer;
  readonly identityId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Once for a token, however many requests bring it at the same time. */
export async function insertSession(db: Db, session: SessionRow): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      identity_id: session.identityId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .onConflict((conflict) => conflict.column('token_hash').doNothing())
    .execute();
}

/** The first time counts. */
export async function markRenewed(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ renewed_at: now })
    .where('token_hash', '=', tokenHash)
    .where('renewed_at', 'is', null)
    .execute();
}

const SESSIONS: Statement = {
  name: 'host-sessions',
  text: `select token_hash as "tokenHash", identity_id as "identityId", created_at as "createdAt", expires_at as "expiresAt",
           renewed_at as "renewedAt",
           array(select c.at from identity_role_change c where c.identity_id = session.identity_id) as "roleChangedAt"
         from session where token_hash = any ($1::bytea[]) and ended_at is null`,
};

/** By the hash of its token, in hexadecimal; what has been ended is not there, what has run out still is. */
export const SESSION: SharedRead<Buffer, FoundSession> = {
  keyOf: (tokenHash) => tokenHash.toString('hex'),
  read: async (run, hashes) => {
    const rows = await run<FoundSession & { tokenHash: Buffer }>(SESSIONS, [hashes]);
    return new Map(rows.map((row) => [row.tokenHash.toString('hex'), row]));
  },
};

/** With it whatever of the same person has been renewed: a token that is still let in for a moment. */
export async function endSession(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  const holder = db.selectFrom('session').select('identity_id').where('token_hash', '=', tokenHash);
  await db
    .updateTable('session')
    .set({ ended_at: now })
    .where((is) =>
      is.or([
        is('token_hash', '=', tokenHash),
        is.and([is('identity_id', '=', holder), is('renewed_at', 'is not', null)]),
      ]),
    )
    .where('ended_at', 'is', null)
    .execute();
}
