import { boundOf } from '../reliability/matrix/desk';

/** The made-up answers by which WeChat's budgets are measured, and what is asked of each where it matters. */
interface LifeSized {
  readonly answers: Readonly<Record<string, (input: object) => unknown>>;
  readonly everybody: object;
  readonly newcomer: object;
}
const { answers, everybody, newcomer } = jest.requireActual<LifeSized>('../weapp/life-sized');

const ID = '01900002-0000-7000-8000-000000000001';
const ASKED: Readonly<Record<string, object>> = {
  'household.names': { residentIds: [ID] },
  'award.preview': { holders: [{ kind: 'resident', id: ID }] },
};
const outputOf = (name: string) => boundOf(name).action.output;

describe('the life-sized data', () => {
  it.each(Object.keys(answers))('of %s are what the contract promises', (name) => {
    const answer = answers[name]?.(ASKED[name] ?? {});
    expect(outputOf(name).safeParse(answer).error?.issues ?? []).toEqual([]);
  });

  it('hold people whom household.me could tell of', () => {
    for (const me of [everybody, newcomer])
      expect(outputOf('household.me').safeParse(me).error?.issues ?? []).toEqual([]);
  });

  it('are as many as every page must be able to show', () => {
    const rowsOf = (name: string) => {
      const rows: unknown[] = [];
      let cursor: string | null | undefined;
      do {
        const page = answers[name]?.(cursor ? { cursor } : {}) as Record<string, unknown>;
        rows.push(...(Object.values(page).find(Array.isArray) ?? []));
        cursor = page.nextCursor as string | null | undefined;
      } while (cursor);
      return rows.length;
    };
    expect(rowsOf('activity.list')).toBe(100);
    expect(rowsOf('reward.list')).toBe(200);
    expect(rowsOf('ledger.passbook')).toBe(400);
    expect(rowsOf('catalogue.items')).toBe(100);
    expect(rowsOf('household.find')).toBe(1_000);
  });
});
