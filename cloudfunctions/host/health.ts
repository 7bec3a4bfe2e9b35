import type { FastifyInstance } from 'fastify';
import { stalledReaders } from '../kit/outbox/stalled';
import type { World } from '../kit/world';
import { ledgerAlarms } from '../ledger';

export const PRODUCT = 'behaviour-bank';

/** Tells two installations apart without telling what either is: see port-taken.ts. */
export function installationMark(world: Pick<World, 'keys'>, dataFolder: string): string {
  return world.keys.hmac('lookup', 'installation', dataFolder).toString('hex').slice(0, 16);
}

/**
 * `/healthz`: the process answers. `/readyz`: its database does too, and says which readers of events have stopped, and
 * whether the ledger wants a person: days that were not signed in their night, signatures that are gone, a wrong clock.
 */
export function addHealth(app: FastifyInstance, world: World, installation: string): void {
  app.get('/healthz', async () => ({ ok: true, product: PRODUCT, installation }));
  app.get('/readyz', async (_request, reply) => {
    try {
      const nowMs = world.clock();
      const stalled = await stalledReaders(world.database.db, nowMs);
      return { ok: true, stalledReaders: stalled, ledger: await ledgerAlarms(world, nowMs) };
    } catch (err) {
      world.log.error({ err }, 'the database does not answer');
      return reply.code(503).send({ ok: false });
    }
  });
}
