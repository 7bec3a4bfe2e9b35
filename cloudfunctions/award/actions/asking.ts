import { keepWords } from '../../household';
import { type WriteCall, write } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import * as contract from '../contract/asking';
import { reachAsSigner, reachWaiting } from '../services/reach-waiting';
import { lockWaiting, type WaitingAward } from '../store/waiting';
import { isAsked, type Said, saidOf, say } from '../store/waiting-words';

/** The line after those that were said, under the lock of what it is about: a signature waits for the same. */
async function sayNext(
  call: WriteCall<RoleHolder>,
  { waitingId, unitId, holders }: WaitingAward,
  said: readonly Said[],
  words: string,
) {
  const seq = said.length + 1;
  const told = { words, aboutIds: holders.map(({ id }) => id), atMs: call.nowMs };
  const wordsId = await keepWords(call.world, runOn(call.db), told);
  await say(call.db, waitingId, { seq, by: call.caller.residentId, wordsId, saidAtMs: call.nowMs });
  call.note({ targetKind: 'award', targetId: waitingId, unitId, detail: { said: seq } });
  return { questions: Math.ceil(seq / 2) };
}

export const askGiver = write(contract.askGiver, async (call, { waitingId, question }) => {
  await lockWaiting(runOn(call.db), [waitingId]);
  const reached = await reachAsSigner(call, waitingId);
  if (isRefusal(reached)) return reached;
  const { award, said } = reached;
  return said.length < contract.WORDS_MAX ? sayNext(call, award, said, question) : refuse('QUESTIONS_OVER');
});

export const answerSigner = write(contract.answerSigner, async (call, { waitingId, answer }) => {
  await lockWaiting(runOn(call.db), [waitingId]);
  const reached = await reachWaiting(call, waitingId, 'seeWaiting');
  if (isRefusal(reached)) return reached;
  if (reached.award.givenBy !== call.caller.residentId) return refuse('WAITING_AWARD_NOT_FOUND');
  const said = await saidOf(call.db, waitingId);
  return isAsked(said) ? sayNext(call, reached.award, said, answer) : refuse('QUESTION_NOT_ASKED');
});
