import type { Run, Statement } from '../statement';
import type { Event } from './event';

const PUBLISH: Statement = {
  name: 'publish-events',
  text: `insert into outbox (topic, payload, created_at)
         select * from unnest($1::text[], $2::jsonb[], $3::timestamptz[])`,
};

/** Written in the transaction of the deed, and gone with it; read later, see read.ts. One statement for any number. */
export async function publishEvents(
  run: Run,
  events: readonly { readonly event: Event; readonly atMs: number }[],
): Promise<void> {
  if (events.length === 0) return;
  await run(PUBLISH, [
    events.map(({ event }) => event.topic),
    events.map(({ event }) => JSON.stringify(event.payload)),
    events.map(({ atMs }) => new Date(atMs)),
  ]);
}
