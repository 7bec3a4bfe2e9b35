import type { FastifyInstance } from 'fastify';
import { type DescribeOptions, describeApi } from './document';

/** `/api/openapi.json`: made once, from the contracts, for whoever writes a client of their own. */
export function addOpenApi(app: FastifyInstance, options: DescribeOptions): void {
  const document = JSON.stringify(describeApi(options));
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(document),
  );
}
