import fc from 'fast-check';
import { keepFigures } from '../../../../cloudfunctions/oversight';
import { signNights } from '../nights';
import { codeOf, dataOf, type Stage } from '../stage';
import { command, holder, nth, placeOf, recent } from './command';

const REASONS = ['postedTwice', 'wrongPerson', 'wrongItem', 'didNotHappen'] as const;
const proposed = { isPossible: ({ correctionIds }: Stage) => correctionIds.length > 0 };

export const ledgerCommands = [
  command({
    name: 'ledger.proposeCorrection',
    weight: 5,
    step: fc.record({
      by: fc.constantFrom('staff', 'admin'),
      of: fc.oneof(fc.constantFrom('grandma', 'mother', 'wang'), holder),
      seq: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }) }),
      reason: fc.constantFrom(...REASONS),
    }),
    take: async (stage, { by, of, seq, reason }) => {
      const input = { accountId: stage.idOf(of), seq, reason };
      const answer = await stage.write(by, 'ledger.proposeCorrection', input);
      const made = dataOf<{ correctionId: string }>(answer);
      if (made) stage.correctionIds.push(made.correctionId);
      return codeOf(answer);
    },
    foresee: ({ corrections }, { by, of, seq }) => corrections.propose(by, of, seq),
  }),
  command({
    name: 'ledger.decideCorrection',
    weight: 6,
    ...proposed,
    step: fc.record({
      by: fc.constantFrom('admin', 'deputy', 'deputy', 'staff'),
      at: recent,
      approve: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
    }),
    take: async (stage, { by, at, approve }) => {
      const input = { correctionId: nth(stage.correctionIds, at), approve };
      const answer = await stage.write(by, 'ledger.decideCorrection', input);
      return dataOf<{ state: string }>(answer)?.state ?? codeOf(answer);
    },
    foresee: ({ corrections }, { by, at, approve }) => corrections.decide(by, placeOf(corrections.count, at), approve),
  }),
  command({
    name: 'ledger.withdrawCorrection',
    weight: 2,
    ...proposed,
    step: fc.record({ by: fc.constantFrom('staff', 'admin'), at: recent }),
    take: async (stage, { by, at }) =>
      codeOf(await stage.write(by, 'ledger.withdrawCorrection', { correctionId: nth(stage.correctionIds, at) })),
    foresee: ({ corrections }, { by, at }) => corrections.withdraw(by, placeOf(corrections.count, at)),
  }),
  command({
    name: 'the job that signs checkpoints',
    weight: 2,
    step: fc.constant(null),
    take: ({ theatre: { world, nowMs } }) => signNights(world, nowMs),
    foresee: ({ corrections }) => corrections.sign(),
  }),
  command({
    name: 'the job that keeps figures',
    weight: 1,
    step: fc.constant(null),
    take: async ({ theatre: { world, nowMs } }) => void (await keepFigures(world, nowMs)),
    foresee: () => undefined,
  }),
];
