import { createTestDatabase } from '../../support/database';
import { breakGround, DATABASE_GUARDS } from './database-guards';

/** reliability.md, test 18, for the ledger, award and reward: each guard refuses the harm, and nothing else does. */
describe('without the guard the harm is done, with it it is not:', () => {
  it.each(DATABASE_GUARDS.map((guard) => [guard.name, guard] as const))('%s', async (_name, { drop, harm }) => {
    const database = await createTestDatabase({ max: 2 });
    try {
      const ground = await breakGround(database);
      await expect(harm(ground)).rejects.toMatchObject({ code: expect.stringMatching(/^(23...|42501|BB001)$/) });
      const unguarded = await createTestDatabase({ max: 2 });
      try {
        await unguarded.ownerPool.query(drop);
        await harm(await breakGround(unguarded));
      } finally {
        await unguarded.close();
      }
    } finally {
      await database.close();
    }
  });
});
