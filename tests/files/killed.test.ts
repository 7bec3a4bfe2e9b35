import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PART_BYTES } from '../../cloudfunctions/files/contract';
import { bundleProgram, Child } from '../support/child';
import { useDatabase } from '../support/database';
import { insertHolder } from '../support/doors';
import { insertUnits } from '../support/rows';
import { testWorld } from '../support/world';

const PARTS = 57;
const KILLS = 3;
const database = useDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'killed-upload-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`goes on from the last part after each of ${KILLS} kills of the process that takes them`, async () => {
  const world = testWorld(database);
  const { communityId } = await insertUnits(database.db);
  const staff = await insertHolder(world, 'communityStaff', communityId);
  const file = path.join(folder, 'roster.xlsx');
  writeFileSync(file, randomBytes((PARTS - 1) * PART_BYTES + 5));
  const program = await bundleProgram('tests/files/uploader.ts');
  const come: (number | null)[] = [];
  for (let kills = 0; come.at(-1) !== null; kills++) {
    const child = Child.start(program, [database.url, file, staff]);
    const until = kills < KILLS ? come.length + 5 : Infinity;
    while (come.length < until && come.at(-1) !== null) come.push((await child.says<{ part: number | null }>()).part);
    expect(kills < KILLS ? await child.kill('SIGKILL') : await child.exited).toBe(kills < KILLS ? 'SIGKILL' : 0);
  }
  const parts = come.slice(0, -1);
  expect(parts).toEqual([...new Set(parts)]); // none that was heard of is asked for again
  const { rows } = await database.ownerPool.query<{ isWhole: boolean; parts: number }>(
    `select completed_at is not null as "isWhole", (select count(*)::int from file_part) as parts from file`,
  );
  expect(rows).toEqual([{ isWhole: true, parts: PARTS }]);
}, 60_000);
