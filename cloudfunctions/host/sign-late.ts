import { systemClock } from '../kit/clock';
import { runTool } from './ledger-tools/look';
import { signLateDays } from './ledger-tools/sign-late';

await runTool(() => signLateDays(process.env, process.argv.slice(2), systemClock));
