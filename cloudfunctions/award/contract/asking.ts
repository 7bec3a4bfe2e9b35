import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, Sentence, Total } from '../../kit/fields';
import { OFFICE, STAFF, SUPERVISORS } from '../../values/roles';

/** Questions and answers about one award; then people talk. */
export const WORDS_MAX = 20;

export const askGiver = defineAction({
  name: 'award.askGiver',
  summary:
    'Hands an award that waits back to who gives it, with a question: nobody signs it until it is answered (award.answerSigner).',
  input: z.strictObject({ waitingId: Id, question: Sentence }),
  output: z.strictObject({ questions: Total.describe('How many have been asked about it.') }),
  refusals: [
    'WAITING_AWARD_NOT_FOUND',
    'WAITING_AWARD_DECIDED',
    'NEEDS_OTHER_PERSON',
    'OWN_HOUSEHOLD',
    'QUESTION_NOT_ANSWERED',
    'QUESTIONS_OVER',
  ],
  allow: [role(...OFFICE, ...SUPERVISORS)],
  effect: 'write',
});

export const answerSigner = defineAction({
  name: 'award.answerSigner',
  summary: 'Whoever gives an award that waits answers what was asked about it; then it can be signed.',
  input: z.strictObject({ waitingId: Id, answer: Sentence }),
  output: z.strictObject({ questions: Total.describe('How many have been asked about it, all of them answered.') }),
  refusals: ['WAITING_AWARD_NOT_FOUND', 'WAITING_AWARD_DECIDED', 'QUESTION_NOT_ASKED'],
  allow: [role(...STAFF)],
  effect: 'write',
});
