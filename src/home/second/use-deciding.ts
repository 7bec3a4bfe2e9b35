import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { useBegun } from '../../components/leaving/use-begun';
import { numberWords } from '../../words/number';
import { type Award, becauseOf, type RefusalReason } from './second-words';

/** What is being written about an award: a question to who gives it, the answer to one, why it is not signed. */
type Writing = 'question' | 'answer' | 'refusal';
const BEGUN: Readonly<Record<Writing, string>> = {
  question: '问的话写了，还没有发出去。',
  answer: '回的话写了，还没有发出去。',
  refusal: '不签的原因说了一半，还没有发出去。',
};

interface Draft {
  readonly id: string;
  readonly writing: Writing;
  readonly words: string;
  /** Of a refusal. */
  readonly reason?: RefusalReason;
}

/** What the second person does with one award, and what whoever gives it does. */
export function useDeciding(award: Award | undefined, onDone: (told: string) => void) {
  const [draft, setDraft] = useState<Draft>();
  const signing = useWrite('award.sign');
  const turning = useWrite('award.turnDown');
  const asking = useWrite('award.askGiver');
  const answering = useWrite('award.answerSigner');
  const waitingId = award?.waitingId ?? '';
  const own = draft?.id === waitingId ? draft : undefined;
  const words = own?.words.trim() ?? '';
  const begun = useBegun(own && (words || own.reason) ? BEGUN[own.writing] : undefined);
  const because = becauseOf(own?.reason, words);
  const done = (told: string) => {
    begun.done();
    setDraft(undefined);
    onDone(told);
  };
  const sign = async () => {
    const result = await signing.run({ waitingId });
    if (result) done(`签好了，${numberWords(result.postedCount)} 位的积分入账了`);
  };
  const turnDown = async (because: string) => {
    const result = await turning.run({ waitingId, because });
    if (result) done(result.state === 'withdrawn' ? '收回来了，没有记' : '没有签，发的人看得到为什么');
  };
  const ask = async () => {
    if (await asking.run({ waitingId, question: words })) done('退回去问了，他回了话再签');
  };
  const answer = async () => {
    if (await answering.run({ waitingId, answer: words })) done('回好了，等他签字');
  };
  const all = [signing, turning, asking, answering];
  return {
    writing: own?.writing,
    words: own?.words ?? '',
    write: (writing: Writing) => setDraft({ id: waitingId, writing, words: '' }),
    type: (typed: string) => setDraft((now) => now && { ...now, words: typed }),
    stop: () => setDraft(undefined),
    reason: own?.reason,
    choose: (reason: RefusalReason) => setDraft((now) => now && { ...now, reason }),
    /** Enough is said to be sent. */
    isSaid: own?.writing === 'refusal' ? because !== undefined : words !== '',
    ...{ sign, ask, answer },
    refuse: async () => because !== undefined && turnDown(because),
    takeBack: () => turnDown('自己收回'),
    busy: all.some((one) => one.busy),
    refusal: all.find((one) => one.refusal)?.refusal,
  };
}
export type Deciding = ReturnType<typeof useDeciding>;
