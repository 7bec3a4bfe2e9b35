import { nameSupervisor } from './founding';
import { runTool } from './ledger-tools/look';

await runTool(() => nameSupervisor(process.env, process.argv.slice(2)));
