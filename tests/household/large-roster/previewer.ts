// Previews one roster in a process of its own, as a cloud function would, and says what it cost.
import { readFileSync } from 'node:fs';
import { createDatabase } from '../../../cloudfunctions/database/connect';
import { actions } from '../../../cloudfunctions/household/actions';
import { keepFile } from '../../support/upload';
import { testWorld } from '../../support/world';
import { openDoor } from '../neighbourhood';

const [url = '', file = '', identityId = '', unitId = '', times = '1'] = process.argv.slice(2);
const database = createDatabase({ url, max: 1 });
const world = testWorld(database);
const ask = openDoor(world, actions);

async function previewOnce(fileHash: string) {
  const input = { unitId, fileName: '名册.xlsx', fileHash };
  const answer = await ask({ kind: 'session', identityId }, 'previewRoster', input);
  return { code: answer.code ?? 'ok', counts: answer.data?.counts, answerBytes: JSON.stringify(answer).length };
}

async function previewAll(): Promise<void> {
  const fileHash = await keepFile(world, identityId, readFileSync(file));
  let last: object = {};
  for (let i = 0; i < Number(times); i++) last = await previewOnce(fileHash);
  process.stdout.write(`${JSON.stringify({ ...last, rssMb: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`);
  await database.close();
}
void previewAll();
