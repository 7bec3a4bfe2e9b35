import { onlyWhenAsked } from '../../support/only-when-asked';
import { startChildJest } from './child-jest';
import { CODE_GUARDS } from './code-guards';

/**
 * reliability.md, test 18, for guards in the code: each is left out in turn, in a jest of its own whose transform does
 * that, and the test that it is there for must fail. The source files are never touched.
 */
jest.setTimeout(180_000);
const test = onlyWhenAsked('GUARDS', 'leaving out each guard of the code');

let child: ReturnType<typeof startChildJest>;
beforeAll(() => {
  child = startChildJest();
});
afterAll(() => child.close());

test('are left out by settings under which a test passes; that each passes with its guard, the suite itself shows', async () => {
  const [one] = CODE_GUARDS;
  if (!one) throw new Error('there is no guard');
  expect(await child.runNamed([one])).toEqual({ passed: [one.test], failed: [], trouble: '' });
});

describe('without it its test fails:', () => {
  test.each(CODE_GUARDS.map((guard) => [guard.name, guard] as const))('%s', async (_name, guard) => {
    const { failed, trouble } = await child.runNamed([guard], guard);
    expect(trouble).toBe('');
    expect(failed).toContain(guard.test);
  });
});
