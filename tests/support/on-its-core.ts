import { keepOnCore } from './cores';

/** In each worker, before a test file: the server on the worker's own core is its own. A jest that a test starts has it already. */
const urls = JSON.parse(process.env.TEST_SERVER_URLS ?? '[]') as string[];
const core = (Number(process.env.JEST_WORKER_ID ?? 1) - 1) % Math.max(1, urls.length);
if (urls.length > 1) keepOnCore(process.pid, core);
process.env.TEST_SERVER_URL ??= urls[core];
