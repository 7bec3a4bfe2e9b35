import { auditRows } from '../../kit/audit';
import { isRefusal, refuse } from '../../kit/refusal';
import { answerFrom, type Earlier, READ_ANSWERS } from '../../kit/request-log';
import type { Run, Statement } from '../../kit/statement';
import type { PostCommand, Posted } from './command';

const RESERVE_REQUESTS: Statement = {
  name: 'post-reserve-requests',
  text: `insert into request_log (request_id, action, body_hash, created_at)
         select * from unnest($1::text[], $2::text[], $3::bytea[], $4::timestamptz[]) order by 1
         on conflict do nothing returning request_id`,
};
const KEEP_ANSWERS: Statement = {
  name: 'post-keep-answers',
  text: `update request_log set answer = made.answer
         from unnest($1::text[], $2::json[]) as made (request_id, answer) where request_log.request_id = made.request_id`,
};
const WRITE_AUDIT: Statement = {
  name: 'post-write-audit',
  text: `insert into audit_log (at, identity_id, resident_id, role, action, target_kind, target_id, unit_id, outcome, trace_id, address_hash, detail)
         select * from unnest($1::timestamptz[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[],
           $9::text[], $10::text[], $11::bytea[], $12::jsonb[])`,
};

export interface Reserved {
  readonly ours: ReadonlySet<string>;
  readonly rows: ReadonlyMap<string, Earlier>;
}

/** Takes the ids that nobody has used; waits for a transaction that is using one, then reads its answer. */
export async function reserveRequests(run: Run, commands: readonly PostCommand[]): Promise<Reserved> {
  const ids = commands.map((command) => command.request.id);
  const [ours, rows] = await Promise.all([
    run<{ request_id: string }>(RESERVE_REQUESTS, [
      ids,
      commands.map((command) => command.request.action),
      commands.map((command) => command.request.bodyHash),
      commands.map((command) => new Date(command.nowMs)),
    ]),
    run<Earlier>(READ_ANSWERS, [ids]),
  ]);
  return {
    ours: new Set(ours.map((row) => row.request_id)),
    rows: new Map(rows.map((row) => [row.request_id, row])),
  };
}

/** The first answer again, when it was the same request; a refusal when the id came with another body. */
export function earlierAnswer(command: PostCommand, reserved: Reserved): Posted {
  const earlier = reserved.rows.get(command.request.id);
  return earlier ? answerFrom(earlier, command.request) : { kept: refuse('REQUEST_ID_REUSED') };
}

export async function keepAnswers(run: Run, answers: ReadonlyMap<PostCommand, Posted>): Promise<void> {
  const kept = [...answers];
  await run(KEEP_ANSWERS, [
    kept.map(([command]) => command.request.id),
    kept.map(([, { kept: answer }]) => JSON.stringify(answer)),
  ]);
}

export async function auditCommands(run: Run, answers: ReadonlyMap<PostCommand, Posted>): Promise<void> {
  const rows = [...answers].flatMap(([command, { kept }]) =>
    auditRows({
      action: command.request.action,
      outcome: isRefusal(kept) ? kept.code : 'ok',
      caller: command.caller,
      addressHash: command.addressHash,
      traceId: command.traceId,
      atMs: command.nowMs,
      notes: command.notes,
    }),
  );
  const column = <T>(pick: (row: (typeof rows)[number]) => T) => rows.map(pick);
  await run(WRITE_AUDIT, [
    column((r) => r.at),
    column((r) => r.identity_id),
    column((r) => r.resident_id),
    column((r) => r.role),
    column((r) => r.action),
    column((r) => r.target_kind),
    column((r) => r.target_id),
    column((r) => r.unit_id),
    column((r) => r.outcome),
    column((r) => r.trace_id),
    column((r) => r.address_hash),
    column((r) => r.detail),
  ]);
}
