/** The worker keeps the app's files for a start without the network (config/web/service-worker.js). */
const WORKER = '/sw.js';
const AFTER_MS = 5_000;
const LOOK_AGAIN_MS = 3_600_000;

/**
 * A version that waits takes over as the app starts, before anybody has begun anything; while another window has the older
 * one open, it goes on waiting.
 */
async function takeOver({ serviceWorker }: Navigator): Promise<void> {
  const waiting = (await serviceWorker.getRegistration())?.waiting;
  if (!waiting) return;
  serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take over');
}

async function keepFiles({ serviceWorker }: Navigator): Promise<void> {
  const registration = await serviceWorker.register(WORKER);
  setInterval(() => void registration.update().catch(() => undefined), LOOK_AGAIN_MS);
}

/** Without the worker all is as it was: the pages come over the network. */
function begin(): void {
  const isSparing = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  if (!('serviceWorker' in navigator) || process.env.NODE_ENV !== 'production') return;
  void takeOver(navigator).catch(() => undefined);
  // What the first page needs comes first.
  if (!isSparing) setTimeout(() => void keepFiles(navigator).catch(() => undefined), AFTER_MS);
}

if (process.env.TARO_ENV === 'h5') begin();
