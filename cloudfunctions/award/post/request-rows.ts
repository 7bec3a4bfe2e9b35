import { writeAudit } from '../../kit/audit';
import { isRefusal, refuse } from '../../kit/refusal';
import { answerFrom, type Earlier, keepAnswers, READ_ANSWERS, takeIds } from '../../kit/request-log';
import type { Run } from '../../kit/statement';
import type { PostCommand, Posted } from './command';

export interface Reserved {
  readonly ours: ReadonlySet<string>;
  readonly rows: ReadonlyMap<string, Earlier>;
}

/** Takes the ids that nobody has used; waits for a transaction that is using one, then reads its answer. */
export async function reserveRequests(run: Run, commands: readonly PostCommand[]): Promise<Reserved> {
  const ids = commands.map((command) => command.request.id);
  const [ours, rows] = await Promise.all([
    takeIds(
      run,
      commands.map(({ request, nowMs }) => ({ key: request, atMs: nowMs })),
    ),
    run<Earlier>(READ_ANSWERS, [ids]),
  ]);
  return { ours, rows: new Map(rows.map((row) => [row.request_id, row])) };
}

/** The first answer again, when it was the same request; a refusal when the id came with another body. */
export function earlierAnswer(command: PostCommand, reserved: Reserved): Posted {
  const earlier = reserved.rows.get(command.request.id);
  return earlier ? answerFrom(earlier, command.request) : { kept: refuse('REQUEST_ID_REUSED') };
}

/** Their answers, and a line of the audit log for each note of theirs. */
export function keepAnswersOf(run: Run, answers: ReadonlyMap<PostCommand, Posted>): Promise<void>[] {
  const given = [...answers];
  const entries = given.map(([{ request, caller, addressHash, traceId, nowMs: atMs, notes }, { kept }]) => {
    const outcome = isRefusal(kept) ? kept.code : 'ok';
    return { action: request.action, outcome, caller, addressHash, traceId, atMs, notes };
  });
  const kept = given.map(([{ request }, posted]) => ({ id: request.id, answer: posted.kept }));
  return [writeAudit(run, entries), keepAnswers(run, kept)];
}
