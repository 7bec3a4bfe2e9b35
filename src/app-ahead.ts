import type { PageModule } from './app-page';
import { tabs } from './components/tab-bar/entries';

type Load = () => Promise<PageModule>;

const tabPages = tabs.map(({ path }) => path);
/** Where people go next, by where they are. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  'pages/sign-in/index': ['pages/home/index'],
  'pages/scan/index': ['pages/thanks/index', 'pages/activity/index'],
  'pages/thanks/index': ['pages/home/index', 'pages/passbook/index'],
  'pages/activities/index': ['pages/activity/index'],
  'pages/rewards/index': ['pages/reward/index', 'pages/vouchers/index'],
  'pages/vouchers/index': ['pages/voucher/index'],
  'pages/me/index': ['pages/passbook/index', 'pages/household/index'],
  'staff/workbench/index': ['staff/award/index', 'staff/arrivals/index', 'staff/live-code/index', 'staff/people/index'],
};
const QUIET_AFTER_MS = 2_500;

const files = new Map<string, Load>();

/** Every page's file, by its path. */
export const knowFiles = (known: Iterable<readonly [string, Load]>): void => {
  for (const [path, load] of known) files.set(path, load);
};

const isSparing = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Brings the files of the pages that are likely to be opened next, once the one that is open has its answers. */
export function fetchAhead(path: string): void {
  const next = [...(NEXT[path] ?? []), ...(tabPages.includes(path) ? tabPages : [])];
  if (next.length === 0 || isSparing()) return;
  setTimeout(() => {
    for (const one of next)
      void files
        .get(one)?.()
        .catch(() => undefined); // whoever opens it is told
  }, QUIET_AFTER_MS);
}
