import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What goes wrong with one request between the device and the server. */
export const FAULTS = ['dropRequest', 'dropReply', 'delay', 'duplicate', 'reset', 'halfOpen'] as const;
export type Fault = (typeof FAULTS)[number];

/** A wire that is fine until it is told what to spoil, request by request. */
export class Wire {
  /** How many requests have been spoiled. */
  spoiled = 0;
  /** Called when the device will hear no more of a request: its time is up, without anybody waiting for it. */
  onSilence: () => void = () => {};
  private coming: Fault[] = [];
  private readonly late = new Set<Promise<unknown>>();
  private readonly open = new Set<Socket>();
  private readonly afterNextReply: (() => void)[] = [];

  private constructor(
    private readonly server: Server,
    private readonly hostPort: number,
  ) {
    server.on('connection', (socket) => {
      this.keep(socket);
      void readRequest(socket).then((request) => request && this.carry(socket, request));
    });
  }

  static async to(hostPort: number): Promise<Wire> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Wire(server, hostPort);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  spoil(faults: readonly Fault[]): void {
    this.coming = [...faults];
  }

  /** Waits until nothing is under way any more, late copies included. */
  async quiet(): Promise<void> {
    while (this.late.size > 0) await Promise.all(this.late);
    for (const socket of this.open) socket.destroy();
  }

  async close(): Promise<void> {
    await this.quiet();
    this.server.close();
  }

  private async carry(socket: Socket, request: Buffer): Promise<void> {
    const fault = this.coming.shift();
    if (fault) {
      await this.spoilers[fault](socket, request, ++this.spoiled);
      return;
    }
    socket.end(await this.host(request));
    for (const go of this.afterNextReply.splice(0)) go();
  }

  /** Each fault has two or three places where it can strike; the count takes them in turn. */
  private readonly spoilers: Record<Fault, (device: Socket, request: Buffer, count: number) => unknown> = {
    dropRequest: () => this.onSilence(),
    dropReply: async (_device, request) => {
      await this.host(request);
      this.onSilence();
    },
    // arrives beside the next try, or after that one was answered
    delay: (_device, request, count) => {
      const next = count % 2 ? Promise.resolve() : new Promise<void>((resolve) => this.afterNextReply.push(resolve));
      this.later(next.then(() => this.host(request)));
      this.onSilence();
    },
    duplicate: async (device, request) => {
      const copies = [this.host(request), this.host(request)];
      for (const copy of copies) this.later(copy);
      device.end(await Promise.race(copies));
    },
    // before the server has heard, while it works, in the middle of its reply
    reset: async (device, request, count) => {
      if (count % 3 === 1) this.later(this.host(request));
      if (count % 3 === 2) device.write((await this.host(request)).subarray(0, -20));
      device.resetAndDestroy();
    },
    // the connection stands and half of the request, or of the reply, never comes
    halfOpen: async (device, request, count) => {
      if (count % 2) this.toHost().write(request.subarray(0, -20));
      else device.write((await this.host(request)).subarray(0, -20));
      this.onSilence();
    },
  };

  private toHost(): Socket {
    return this.keep(connect(this.hostPort, '127.0.0.1'));
  }

  /** The host's whole reply. */
  private async host(request: Buffer): Promise<Buffer> {
    const socket = this.toHost();
    socket.write(request);
    const parts: Buffer[] = [];
    for await (const part of socket) parts.push(part);
    return Buffer.concat(parts);
  }

  private keep(socket: Socket): Socket {
    this.open.add(socket);
    return socket.on('error', () => {}).on('close', () => this.open.delete(socket));
  }

  private later(work: Promise<unknown>): void {
    const settled = work.catch(() => {}).finally(() => this.late.delete(settled));
    this.late.add(settled);
  }
}

/** One request and the wish that the connection ends with its reply; null when the device left before it had sent it all. */
async function readRequest(socket: Socket): Promise<Buffer | null> {
  let read = Buffer.alloc(0);
  return new Promise((resolve) => {
    socket.on('close', () => resolve(null));
    socket.on('data', (part) => {
      read = Buffer.concat([read, part]);
      const headEnd = read.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const head = read.subarray(0, headEnd).toString('latin1');
      const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
      if (read.length < headEnd + 4 + length) return;
      const ending = head.replace(/^connection: .*$/im, 'connection: close');
      resolve(Buffer.concat([Buffer.from(ending, 'latin1'), read.subarray(headEnd)]));
    });
  });
}
