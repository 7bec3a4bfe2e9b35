import { useEffect, useState } from 'react';
import type { WaitingKind } from '../../../cloudfunctions/values/waiting';
import { read } from '../../api';
import { titleOf } from '../second/second-words';
import type { Kind } from './waiting-words';

/** One's own, which a colleague decides, may stand before it; so many are looked through. */
const LOOKED_THROUGH = 5;

interface Where {
  readonly unitId: string;
  readonly residentId: string | undefined;
}
type Whose = (question: { unitId: string; limit: number }, where: Where) => Promise<string | undefined>;

/** 陈国强的清洁家园 +5，王敏提的: as what it is about, and from whom it comes. */
const from = (what: string, name: string) => (name ? `${what}，${name}提的` : what);

/** Whose it is and what it is about that has waited longest, as the list itself tells it. */
const WHOSE: Readonly<Partial<Record<WaitingKind, Whose>>> = {
  application: async (question) => {
    const answer = await read('household.applications', question);
    const one = answer.ok && answer.data.applications[0];
    return one ? [one.name, one.address].filter(Boolean).join('，') : undefined;
  },
  correction: async (question, { residentId }) => {
    const answer = await read('ledger.corrections', question);
    const one = answer.ok && answer.data.corrections.find(({ proposedBy }) => proposedBy !== residentId);
    return one ? from(`${one.holder.name}的${one.entry.title}`, one.proposedByName) : undefined;
  },
  award: async (question) => {
    const answer = await read('award.waiting', question);
    const one = answer.ok && answer.data.awards.find(({ isOwn, isFamily }) => !isOwn && !isFamily);
    return one ? from(titleOf(one), one.givenByName) : undefined;
  },
  household: async (question) => {
    const answer = await read('reward.secondLooks', question);
    const one = answer.ok && answer.data.looks.find(({ mayLook }) => mayLook);
    return one ? `${one.memberNames[0] ?? one.householdNumber}家，${one.askedByName}在柜台` : undefined;
  },
  merge: async (question) => {
    const answer = await read('household.merges', question);
    const one = answer.ok && answer.data.merges.find(({ isOwn }) => !isOwn);
    return one ? from(one.survivor.name, one.proposedByName) : undefined;
  },
};

/** Asked once for each that comes to be the first; nothing as long as it is not known. */
export function useWhose({ kind, count, sinceMs }: Kind, where: Where): string | undefined {
  const [whose, know] = useState<{ key: string; words: string | undefined }>();
  const key = count === 0 ? '' : `${where.unitId} ${kind} ${sinceMs[0]}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says of which one
  useEffect(() => {
    if (!key) return;
    void WHOSE[kind]?.({ unitId: where.unitId, limit: LOOKED_THROUGH }, where).then((words) => know({ key, words }));
  }, [key]);
  return whose?.key === key ? whose.words : undefined;
}
