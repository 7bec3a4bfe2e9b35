import { systemClock } from '../kit/clock';
import { runTool } from './ledger-tools/look';
import { verify } from './ledger-tools/verify';

await runTool(() => verify(process.env, process.argv[2], systemClock));
