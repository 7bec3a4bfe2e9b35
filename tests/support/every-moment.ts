import { spawnSync } from 'node:child_process';
import { MOMENTS } from './moments';

/**
 * Takes the whole browser suite through every moment, or through those that are named. SHARD=2/4 takes the second
 * quarter of them, for several machines; what follows `--` goes to jest.
 */
function run(words: readonly string[]): number {
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  const named = words.slice(0, end);
  const [shard = 1, shards = 1] = (process.env.SHARD ?? '1/1').split('/').map(Number);
  const moments = (named.length > 0 ? named : MOMENTS).filter((_moment, i) => i % shards === shard - 1);
  const red = moments.filter((moment, i) => {
    console.log(`\nMOMENT=${moment} (${i + 1} of ${moments.length})`);
    const jest = ['jest', '--selectProjects', 'browser', ...words.slice(end + 1)];
    const { status } = spawnSync('npx', jest, { stdio: 'inherit', env: { ...process.env, MOMENT: moment } });
    return status !== 0;
  });
  console.log(`\n${moments.length - red.length} of ${moments.length} moments green${red.length > 0 ? '; red:' : ''}`);
  for (const moment of red) console.log(`MOMENT=${moment} npx jest --selectProjects browser`);
  return red.length === 0 && moments.length > 0 ? 0 : 1;
}

process.exitCode = run(process.argv.slice(2));
