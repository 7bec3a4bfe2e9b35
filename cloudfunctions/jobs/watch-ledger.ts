import type { World } from '../kit/world';
import { ledgerAlarms } from '../ledger';

const WORDS = {
  daysUnsigned: 'days were not signed in their night and wait for a person’s word: npm run sign-late',
  signedIsGone: 'what was signed is gone from the database: npm run verify, then docs/deploy.md',
  countersignersSilent:
    'a committee that signs days a second time has not done so for two weeks: ask it, or have two end its key',
  clockIsBehind: 'today is signed already: the clock of this machine, or of the one that signed, is wrong',
} as const;
type Alarm = keyof typeof WORDS;

/** Told already, so that each is told once and not every few minutes; told anew by a process that begins. */
const told = new Set<Alarm>();

/** Logs what of the ledger a person has to look at. Answers how many things that are. */
export async function watchLedger(world: World, nowMs: number): Promise<number> {
  const alarms = await ledgerAlarms(world, nowMs);
  const raised = (Object.keys(WORDS) as Alarm[]).filter((alarm) => Boolean(alarms[alarm]));
  for (const alarm of raised) if (!told.has(alarm)) world.log.error({ alarm, ...alarms }, WORDS[alarm]);
  told.clear();
  for (const alarm of raised) told.add(alarm);
  return raised.length;
}
