import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../../cloudfunctions/kit/refusal';
import { verifyLedger } from '../../../cloudfunctions/ledger';
import { bundleProgram, Child } from '../../support/child';
import { useDatabase } from '../../support/database';
import { onlyWhenAsked } from '../../support/only-when-asked';
import { testWorld } from '../../support/world';
import { KILLS } from '../figures';
import { openDesk } from '../matrix/desk';
import { setGiving } from './giving';

/** The process that gives points is killed with awards under way. */
const database = useDatabase();
const LONGEST_LIFE_MS = 120;

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

onlyWhenAsked('CRASH', 'SIGKILL of the Node process under load')(
  `loses no acknowledged award and doubles none, over ${KILLS} kills`,
  async () => {
    const world = testWorld(database);
    const { staff, itemId, residentIds } = await setGiving(world);
    const file = await bundleProgram('tests/reliability/crash/giver.ts');
    const desk = openDesk(world);
    const count = async () => (await database.pool.query<{ n: string }>('select count(*) as n from award')).rows[0]?.n;
    const asked = new Map<string, object>();
    let open = 0;
    for (let cycle = 0; cycle < KILLS; cycle++) {
      const lines = await liveAndDie(file, [database.url, staff.identityId, itemId, ...residentIds]);
      const answers = new Map(
        lines.flatMap(({ answered, answer }) => (answered && answer ? [[answered, answer]] : [])),
      );
      const inputs = lines.flatMap(({ asked: id, input }) => (id && input ? [[id, input] as const] : []));
      for (const [id, input] of inputs) asked.set(id, input);
      const again = (id: string) => desk.ask(staff.identity, 'award.give', asked.get(id), id);
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
  KILLS * 12_000,
);
