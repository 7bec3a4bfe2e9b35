// Uploads one file in a process of its own, which may be killed, and says each part that has come.
import { readFileSync } from 'node:fs';
import { createDatabase } from '../../cloudfunctions/database/connect';
import { keepFile } from '../support/upload';
import { testWorld } from '../support/world';

const [url = '', file = '', identityId = ''] = process.argv.slice(2);
const database = createDatabase({ url, max: 1 });
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
void keepFile(testWorld(database), identityId, readFileSync(file), (part) => say({ part })).then(async () => {
  say({ part: null });
  await database.close();
});
