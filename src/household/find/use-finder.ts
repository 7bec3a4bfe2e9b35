import { useState } from 'react';
import { CARD_NUMBER } from '../../../cloudfunctions/values/codes';
import type { RequestFor } from '../../api';
import { useRested } from '../../components/form/use-rested';
import { useFoundPeople } from './use-found-people';

function toQuestion(
  unitId: string,
  typed: string,
  scanned: string | undefined,
  byCodeOnly: boolean,
): RequestFor<'household.find'> | null {
  if (scanned) return { unitId, scanned };
  const text = typed.replace(/\s/g, '');
  if (CARD_NUMBER.test(text)) return { unitId, scanned: text };
  return text && !byCodeOnly ? { unitId, query: typed.trim() } : null;
}

/** What was typed or scanned, and the question that comes of it; while nothing was, `otherwise` says whom to show. */
export function useLooking(
  unitId: string | undefined,
  otherwise: Omit<RequestFor<'household.find'>, 'unitId'> | null,
  begunWith?: string,
  byCodeOnly = false,
) {
  const [typed, setTyped] = useState('');
  const [scanned, setScanned] = useState<string | undefined>(begunWith);
  const rested = useRested(typed);
  const question = unitId ? toQuestion(unitId, rested, scanned, byCodeOnly) : null;
  const whole = unitId && otherwise ? { unitId, ...otherwise } : null;
  return {
    found: question ?? whole,
    typed,
    type: (text: string) => {
      setScanned(undefined);
      setTyped(text);
    },
    scanned,
    scan: (text: string) => {
      setTyped('');
      setScanned(text);
    },
    /** Somebody is looked for: what is shown is an answer, not a list to browse. */
    searching: question !== null,
    clear: () => {
      setTyped('');
      setScanned(undefined);
    },
  };
}

/**
 * Finds people by what was typed or scanned; while nothing was, `otherwise` says whom to show: null waits, an empty object is
 * the whole list. `asked` says how the list is sorted and sifted. `byCodeOnly` for supervisors, whom the server answers for a card or a personal code alone.
 */
export function useFinder(
  unitId: string | undefined,
  otherwise: Omit<RequestFor<'household.find'>, 'unitId'> | null,
  begunWith?: string,
  byCodeOnly = false,
  asked: Pick<RequestFor<'household.find'>, 'sort' | 'only'> = {},
) {
  const { found, ...looking } = useLooking(unitId, otherwise, begunWith, byCodeOnly);
  const question = found && { ...found, ...asked };
  return {
    ...looking,
    ...useFoundPeople(question),
    /** As it is asked, to ask it whole. */
    question: question ?? undefined,
  };
}
/** Whom one has found, and how one looks on; the question that came of it is the list's own. */
export type Finder = Omit<ReturnType<typeof useFinder>, 'question'>;
