import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../../cloudfunctions/kit/refusal';
import { verifyLedger } from '../../../cloudfunctions/ledger';
import { insertNeighbourhood, settle } from '../../household/neighbourhood';
import { bundleProgram, Child } from '../../support/child';
import { useDatabase } from '../../support/database';
import { insertItem } from '../../support/rows';
import { testWorld } from '../../support/world';
import { openDesk } from '../matrix/desk';

/** The process that gives points is killed with awards under way. */
const database = useDatabase();
const CYCLES = 20;
const LONGEST_LIFE_MS = 120;
const isRun = Boolean(process.env.CI || process.env.CRASH);
if (!isRun) console.warn('SKIPPED: SIGKILL of the Node process under load runs with CI or CRASH=1');

interface Line {
  readonly asked?: string;
  readonly input?: object;
  readonly answered?: string;
  readonly answer?: Answer;
}
/** What the child said from its first answer to its violent end. */
async function liveAndDie(file: string, args: readonly string[]): Promise<Line[]> {
  const child = Child.start(file, args);
  const lines: Line[] = [];
  const heard = async () => {
    lines.push(await child.says<Line>());
    return lines.at(-1) as Line;
  };
  while (!(await heard()).answered);
  const dead = sleep(Math.random() * LONGEST_LIFE_MS).then(() => child.kill('SIGKILL'));
  const silence = new Promise<void>((resolve) => {
    const listen = (): Promise<void> => heard().then(listen, () => resolve());
    void listen();
  });
  expect(await dead).toBe('SIGKILL');
  await silence;
  return lines;
}

(isRun ? it : it.skip)(
  `loses no acknowledged award and doubles none, over ${CYCLES} kills`,
  async () => {
    const world = testWorld(database);
    const hood = await insertNeighbourhood(world);
    const itemId = await insertItem(database.db, { units: hood.here, draftedBy: hood.staff.residentId });
    const settled = await Promise.all(
      Array.from({ length: 8 }, (_, i) => settle(world, hood.here, { name: `居民${i}` })),
    );
    const residentIds = settled.map(({ memberIds }) => memberIds[0] as string);
    const file = await bundleProgram('tests/reliability/crash/giver.ts');
    const desk = openDesk(world);
    const count = async () => (await database.pool.query<{ n: string }>('select count(*) as n from award')).rows[0]?.n;
    const asked = new Map<string, object>();
    let open = 0;
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      const lines = await liveAndDie(file, [database.url, hood.staff.identityId, itemId, ...residentIds]);
      const answers = new Map(
        lines.flatMap(({ answered, answer }) => (answered && answer ? [[answered, answer]] : [])),
      );
      const inputs = lines.flatMap(({ asked: id, input }) => (id && input ? [[id, input] as const] : []));
      for (const [id, input] of inputs) asked.set(id, input);
      const again = (id: string) => desk.ask(hood.staff.identity, 'award.give', asked.get(id), id);
      const before = await count();
      for (const [id, answer] of answers) expect(await again(id)).toEqual(answer); // kept, and given once
      expect(await count()).toBe(before);
      const unanswered = inputs.map(([id]) => id).filter((id) => !answers.has(id));
      open += unanswered.length;
      for (const id of unanswered) expect(await again(id)).toMatchObject({ ok: true, data: { postedCount: 1 } });
      expect(Number(await count())).toBe(asked.size);
    }
    expect(open).toBeGreaterThan(0); // some were under way when it died
    expect(await verifyLedger(database.db, world.keys)).toMatchObject({ entries: asked.size, fault: null });
  },
  240_000,
);
