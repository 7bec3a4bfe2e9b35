import { parseArgs } from 'node:util';
import * as z from 'zod';
import { systemRandom } from '../../kit/ids';
import type { Keys } from '../../kit/keys';
import { createLog } from '../../kit/log';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { type LateWord, readSigning, type Signing, signLate, verifyLedger, waitsForWord } from '../../ledger';
import { unitsOf } from '../../organisation';
import { publishedLinesIn } from '../../platform/local/published-file';
import { LATE_BY_MAX, LATE_REASONS } from '../../values/receipt';
import { readHome } from '../settings';
import { changeLedger } from './look';
import { type PublishedCopies, readPublishedCopies } from './published';
import { firstWithoutBasis } from './verify';

const HOW = `Say why, and which post says so (no person's name: it is published with the signature):
  npm run sign-late -- --why hostDown --by "县数据中心值班岗"
  --why hostDown   nothing ran in its night   restored   a backup was put back   upgraded   the data are older than this check`;

const Word = z.strictObject({
  why: z.enum(LATE_REASONS).exclude(['demo']),
  by: z.string().trim().min(2).max(LATE_BY_MAX),
});

function readWord(args: readonly string[]): LateWord | null {
  const { values } = parseArgs({ args: [...args], options: { why: { type: 'string' }, by: { type: 'string' } } });
  return Word.safeParse(values).data ?? null;
}

/**
 * `npm run sign-late`: tells which days wait for a person's word, and signs them once it is given. Everything else must be
 * sound before: a ledger at which somebody was is signed by nobody.
 */
export async function signLateDays(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  clock: () => number,
): Promise<number> {
  const word = readWord(args);
  const { dataFolder } = readHome(env);
  const published = await readPublishedCopies(env, dataFolder);
  return changeLedger(env, async (database, keys) => {
    const world: World = {
      ...{ database, keys, clock, random: systemRandom, log: createLog('warn'), origin: '' },
      published: publishedLinesIn(dataFolder),
    };
    const signing = await readSigning(world, clock());
    if (signing.removed.length > 0) return say([...(await dayLines(database.db, signing.removed)), REMOVED], 1);
    if (!waitsForWord(signing)) return say(['no day waits for a person’s word'], 0);
    const lines = await waitingLines(database.db, signing);
    if (!word) return say([...lines, HOW], 1);
    const fault = await firstFault(database.db, keys, word.why === 'restored' ? undefined : published);
    if (fault) return say([...lines, `nothing was signed, something else is wrong: ${JSON.stringify(fault)}`], 1);
    const told = await signLate(world, clock(), word);
    return told.ok ? say([...lines, `signed: ${told.signed} checkpoints`], 0) : say([...lines, LOST], 1);
  });
}

const REMOVED = `These days were signed, and their checkpoints are gone, while the heads of their nights still count them. Somebody was at the
tables: nothing was signed. Put back the backup of before: docs/deploy.md.`;
const LOST = `These days were signed and published, and are gone. If a backup was put back, say --why restored; else find out who was at the tables.`;

function say(lines: readonly string[], exitCode: number): number {
  for (const line of lines) console.log(line);
  return exitCode;
}

async function waitingLines(db: Db, { late, lost, headDay }: Signing): Promise<string[]> {
  const days = [...lost, ...late];
  if (days.length > 0) return dayLines(db, days);
  return [`nothing was signed since ${headDay ?? 'the beginning'}; no entry stands in those days`];
}

async function dayLines(db: Db, days: Signing['late']): Promise<string[]> {
  const units = await unitsOf(db, [...new Set(days.map(({ unitId }) => unitId))]);
  return days.map(({ unitId, day }) => `${day} ${units.get(unitId)?.name ?? unitId}`);
}

async function firstFault(db: Db, keys: Keys, published: PublishedCopies | undefined) {
  const { fault } = await verifyLedger(db, keys, { isBeforeSigning: true, ...(published && { published }) });
  return fault ?? (await firstWithoutBasis(db));
}
