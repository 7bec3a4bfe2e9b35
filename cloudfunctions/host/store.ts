import type { SharedRead } from '../kit/shared-read';
import type { Statement } from '../kit/statement';
import type { Db } from '../kit/transaction';

export interface SessionRow {
  readonly tokenHash: Buffer;
  readonly identityId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertSession(db: Db, session: SessionRow): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      identity_id: session.identityId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

const SESSIONS: Statement = {
  name: 'host-sessions',
  text: `select token_hash as "tokenHash", identity_id as "identityId", expires_at as "expiresAt"
         from session where token_hash = any ($1::bytea[]) and ended_at is null`,
};

/** By the hash of its token, in hexadecimal; what has been ended is not there, what has run out still is. */
export const SESSION: SharedRead<Buffer, Pick<SessionRow, 'identityId' | 'expiresAt'>> = {
  keyOf: (tokenHash) => tokenHash.toString('hex'),
  read: async (run, hashes) => {
    const rows = await run<Omit<SessionRow, 'createdAt'>>(SESSIONS, [hashes]);
    return new Map(rows.map((row) => [row.tokenHash.toString('hex'), row]));
  },
};

export async function endSession(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}
