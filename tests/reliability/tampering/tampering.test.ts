import fc from 'fast-check';
import { verifyLedger } from '../../../cloudfunctions/ledger';
import { useDatabase } from '../../support/database';
import { seeded } from '../../support/seeded';
import { TEST_NOW_MS, testWorld } from '../../support/world';
import { TAMPERINGS } from '../figures';
import { type Book, copyBook, overwrite, readBook } from './book';
import { fillLedger } from './fill';
import { type Chance, WAYS } from './ways';

/** reliability.md, test 17: whoever owns the database can write anything; what was published finds it. Replay by SEED=…. */
const EACH = Math.ceil(TAMPERINGS / Object.keys(WAYS).length);
jest.setTimeout(60_000 + TAMPERINGS * 1_000);

const NIGHTS_LATER_MS = TEST_NOW_MS + 4 * 86_400_000;
const database = useDatabase();
const { keys } = testWorld(database);
let sound: Book;

beforeAll(async () => {
  await fillLedger(testWorld(database));
  sound = await readBook(database);
});

const chance: fc.Arbitrary<Chance> = fc.record({
  account: fc.nat(5_000),
  entry: fc.nat(5_000),
  checkpoint: fc.nat(5_000),
  how: fc.nat(5_000),
});
const verify = () => verifyLedger(database.db, keys, { nowMs: NIGHTS_LATER_MS, published: sound });

it('has a sound ledger to spoil, which stays sound when it is written as it was', async () => {
  expect(await verify()).toMatchObject({ accounts: 6, checkpoints: 8, fault: null });
  await overwrite(database, copyBook(sound));
  expect(await verify()).toMatchObject({ accounts: 6, checkpoints: 8, fault: null });
});

describe(`verify, given the published checkpoints, names the first bad one, ${EACH} times each, when the owner`, () => {
  it.each(Object.entries(WAYS))('%s', async (_name, spoil) => {
    await fc.assert(
      fc.asyncProperty(chance, async (chosen) => {
        const book = copyBook(sound);
        const expected = spoil(book, chosen, keys);
        await overwrite(database, book);
        const { fault } = await verify();
        expect(fault).toEqual(expected);
      }),
      seeded({ numRuns: EACH, endOnFailure: true }),
    );
  });
});
