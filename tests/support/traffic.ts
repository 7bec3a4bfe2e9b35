import { Client, type QueryResult } from 'pg';

interface Sent {
  readonly name: string | undefined;
  readonly text: string;
}

/** All that goes to the database, and in how many flights: one begins with whatever is sent while nothing is under way. */
export class Traffic {
  sent: Sent[] = [];
  flights = 0;
  private underWay = 0;

  clear(): void {
    this.sent = [];
    this.flights = 0;
  }
  leave(asked: Sent): void {
    if (this.underWay === 0) this.flights++;
    this.underWay++;
    this.sent.push(asked);
  }
  arrive(): void {
    this.underWay--;
  }
}

/** A client of the driver that tells it what it sends; for createTestDatabase. */
export function watching(traffic: Traffic): typeof Client {
  return class extends Client {
    // biome-ignore lint/suspicious/noExplicitAny: the driver's own overloads
    override query(...args: any[]): any {
      const [asked] = args as [string | Sent];
      traffic.leave(typeof asked === 'string' ? { name: undefined, text: asked } : asked);
      const back = args.at(-1);
      if (typeof back === 'function') {
        const arrived = (...answer: unknown[]) => {
          traffic.arrive();
          back(...answer);
        };
        return (super.query as (...given: unknown[]) => void).apply(this, [...args.slice(0, -1), arrived]);
      }
      const told = (super.query as (...given: unknown[]) => Promise<QueryResult>).apply(this, args);
      void told.then(
        () => traffic.arrive(),
        () => traffic.arrive(),
      );
      return told;
    }
  } as typeof Client;
}
