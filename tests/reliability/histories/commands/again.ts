import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Answer } from '../../../../cloudfunctions/kit/refusal';
import { codeOf, type Sent, type Stage } from '../stage';
import { command, nth, recent } from './command';

/** Everything of an answer but the trace of this one call. */
const said = (answer: Answer) => ({ ...answer, traceId: null });

/** The field that is changed for another body, the first that the input has. */
const OTHER: Readonly<Record<string, (value: unknown) => unknown>> = {
  code: (code) => `${code}0`,
  approve: (approve) => !approve,
  agreed: (agreed) => !agreed,
  coming: (coming) => !coming,
  reason: (reason) => (reason === 'wrongItem' ? 'wrongPerson' : 'wrongItem'),
  itemId: () => randomUUID(),
  rewardId: () => randomUUID(),
  activityId: () => randomUUID(),
  voucherId: () => randomUUID(),
  residentId: () => randomUUID(),
};
const fieldOf = ({ input }: Sent) => Object.keys(OTHER).find((name) => name in input);

function withOtherBody(sent: Sent): Sent['input'] {
  const field = fieldOf(sent) as string;
  return { ...sent.input, [field]: OTHER[field]?.(sent.input[field]) };
}

/** Whoever is not bound any more is not let in at all. */
const repeatable = ({ sent, unbound }: Stage) => sent.filter(({ who }) => !unbound.has(who));

export const againCommands = [
  command({
    name: 'the same request again',
    weight: 4,
    step: recent,
    isPossible: (stage) => repeatable(stage).length > 0,
    take: async (stage, at) => {
      const { who, action, input, requestId, answer } = nth(repeatable(stage), at);
      const again = await stage.theatre.desk.ask(stage.identityOf(who), action, input, requestId);
      expect([action, said(again)]).toEqual([action, said(answer)]);
    },
    foresee: () => undefined,
  }),
  command({
    name: 'the same id with another body',
    weight: 2,
    step: fc.record({ at: recent }),
    isPossible: (stage) => repeatable(stage).some(fieldOf),
    take: async (stage, { at }) => {
      const sent = nth(repeatable(stage).filter(fieldOf), at);
      return codeOf(
        await stage.theatre.desk.ask(stage.identityOf(sent.who), sent.action, withOtherBody(sent), sent.requestId),
      );
    },
    foresee: () => 'REQUEST_ID_REUSED',
  }),
];
