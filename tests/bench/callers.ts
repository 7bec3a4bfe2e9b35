import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { parentPort, Worker } from 'node:worker_threads';

/** What is sent, as it goes over the wire: the callers make nothing while the clock runs. */
export interface Run {
  readonly port: number;
  readonly callers: number;
  readonly requests: readonly string[];
}
export interface Told {
  readonly ms: number;
  /** From sending to the whole answer, in the order in which the answers came. */
  readonly waitsMs: readonly number[];
  /** When each of them came, from the beginning. */
  readonly cameMs: readonly number[];
  readonly statuses: Readonly<Record<string, number>>;
}

export function postOf(path: string, token: string | null, body: object): string {
  const text = JSON.stringify(body);
  const authorization = token === null ? '' : `authorization: Bearer ${token}\r\n`;
  return `POST ${path} HTTP/1.1\r\nhost: bench\r\n${authorization}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

/** Callers in a thread of their own, each with a connection that is open before the clock runs. */
export class Callers {
  private readonly worker = new Worker(process.argv[1] as string);

  call(run: Run): Promise<Told> {
    const told = once(this.worker, 'message') as Promise<[Told]>;
    this.worker.postMessage(run);
    return told.then(([first]) => first);
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

export function serveCallers(): void {
  parentPort?.on('message', async (run: Run) => parentPort?.postMessage(await callAll(run)));
}

async function callAll({ port, callers, requests }: Run): Promise<Told> {
  const sockets = await Promise.all(Array.from({ length: Math.min(callers, requests.length) }, () => open(port)));
  const [waitsMs, cameMs]: [number[], number[]] = [[], []];
  const statuses: Record<string, number> = {};
  let next = 0;
  const startedMs = performance.now();
  const callAgain = async (socket: Socket) => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const sentMs = performance.now();
      const status = await ask(socket, request);
      waitsMs.push(performance.now() - sentMs);
      cameMs.push(performance.now() - startedMs);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(sockets.map(callAgain));
  const ms = performance.now() - startedMs;
  for (const socket of sockets) socket.destroy();
  return { ms, waitsMs, cameMs, statuses };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });
}

/** Resolves with the status once the whole answer is there. */
function ask(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const hear = (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      const head = heard.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? 0);
      if (heard.length < head + 4 + length) return;
      socket.off('data', hear).off('error', reject);
      resolve(heard.slice(9, 12));
    };
    socket.on('data', hear).once('error', reject);
    socket.write(request);
  });
}
