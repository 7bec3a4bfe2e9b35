import { runTool } from './ledger-tools/look';
import { rebuild } from './ledger-tools/rebuild';

await runTool(() => rebuild(process.env));
