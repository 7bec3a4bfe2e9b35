import type { Db } from '../kit/transaction';

/** A job and who has it until when. */
export interface Lease {
  readonly job: string;
  readonly holder: string;
  readonly untilMs: number;
}

/** Takes a job that nobody has and that is due; false when somebody has it, or had it lately enough. */
export async function takeLease(db: Db, { job, holder, untilMs }: Lease, nowMs: number): Promise<boolean> {
  const until = new Date(untilMs);
  const result = await db
    .insertInto('job_lease')
    .values({ job, holder, until })
    .onConflict((conflict) =>
      conflict.column('job').doUpdateSet({ holder, until }).where('job_lease.until', '<=', new Date(nowMs)),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Says when the job is due again. Who has lost the lease meanwhile says nothing. */
export async function setDue(db: Db, { job, holder, untilMs }: Lease): Promise<void> {
  await db
    .updateTable('job_lease')
    .set({ until: new Date(untilMs) })
    .where('job', '=', job)
    .where('holder', '=', holder)
    .execute();
}

export async function deleteSessions(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where((session) => session.or([session('expires_at', '<', before), session('ended_at', '<', before)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
