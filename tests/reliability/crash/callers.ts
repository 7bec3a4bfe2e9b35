import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../../cloudfunctions/kit/refusal';
import type { Desk } from '../matrix/desk';
import { type Giving, giftOf } from './giving';

const CALLERS = 8;
const BACK_WITHIN_MS = 20_000;

interface Gift {
  readonly input: object;
  answer?: Answer;
  tries: number;
}
/** Callers who give without a pause, and ask again with the same request id until they know. */
export class Callers {
  readonly gifts = new Map<string, Gift>();
  answered = 0;
  private isOver = false;
  /** The server is not coming back. */
  private isLost = false;
  private readonly all: Promise<unknown>;

  constructor(
    private readonly desk: Desk,
    private readonly giving: Giving,
  ) {
    this.all = Promise.all(Array.from({ length: CALLERS }, (_, i) => this.giveOn(i)));
  }

  stop(): Promise<unknown> {
    this.isOver = true;
    return this.all;
  }

  /** Waits until so many more have been answered. */
  async hear(count: number): Promise<void> {
    const until = this.answered + count;
    for (const began = performance.now(); this.answered < until; await sleep(5))
      if (performance.now() - began > BACK_WITHIN_MS) {
        this.isLost = true;
        throw new Error(`no answers for ${BACK_WITHIN_MS / 1000} s`);
      }
  }

  private async giveOn(lane: number): Promise<void> {
    for (let i = lane; !this.isOver; i += CALLERS) {
      const [requestId, gift] = [randomUUID(), { input: giftOf(this.giving, i), tries: 0 } as Gift];
      this.gifts.set(requestId, gift);
      while (!gift.answer && !this.isLost) {
        gift.tries += 1;
        const answer = await this.ask(requestId, gift.input);
        if (!answer.ok && answer.code === 'FAULT') await sleep(20);
        else gift.answer = answer;
      }
      this.answered += 1;
    }
  }

  ask(requestId: string, input: object): Promise<Answer> {
    return this.desk.ask(this.giving.staff.identity, 'award.give', input, requestId);
  }
}
