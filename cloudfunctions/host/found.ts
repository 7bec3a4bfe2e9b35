import { foundInstallation } from './founding';
import { runTool } from './ledger-tools/look';

await runTool(() => foundInstallation(process.env, process.argv[2]));
