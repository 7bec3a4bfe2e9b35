import { useState } from 'react';
import { type DataOf, type Refused, read } from '../../api';
import { useUpload } from '../../api/use-upload';
import type { ChosenFile } from '../../device/files';
import type { Person } from '../../household/find/use-found-people';
import { usePeopleByIds } from './by-ids';

type Entry = DataOf<'award.readNames'>['entries'][number];
/** One line of which a person says who is meant. */
export interface Unclear {
  readonly key: number;
  readonly words: string;
  readonly people: readonly Person[];
  /** Who it is; null: none of them; undefined: not said yet. */
  readonly answer: string | null | undefined;
}
type Answers = ReadonlyMap<number, string | null>;
const NONE: Answers = new Map();

const idsOf = ({ state, residentIds }: Entry, answer: string | null | undefined): readonly string[] => {
  if (state === 'found') return residentIds;
  return state === 'unclear' && answer ? [answer] : [];
};

/** A list that was pasted, or an Excel file: who is meant is known, or said by whoever brings it. */
export function useNameList(unitId: string | undefined) {
  const [text, type] = useState('');
  const [entries, setEntries] = useState<readonly Entry[]>();
  const [answers, setAnswers] = useState(NONE);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  const uploading = useUpload('xlsx');
  const take = async (asked: Promise<{ ok: true; data: DataOf<'award.readNames'> } | Refused>) => {
    setBusy(true);
    const result = await asked;
    setBusy(false);
    setAnswers(NONE);
    setEntries(result.ok ? result.data.entries : undefined);
    setRefusal(result.ok ? undefined : result);
  };
  const readText = async () => {
    if (unitId) await take(read('award.readNames', { unitId, text: text.trim() }));
  };
  const readFile = async ({ name, bytes }: ChosenFile) => {
    const fileHash = await uploading.run(bytes);
    if (fileHash && unitId) await take(read('award.readNamesFile', { unitId, fileName: name, fileHash }));
  };
  const all = entries && [...new Set(entries.flatMap(({ residentIds }) => residentIds))];
  const found = usePeopleByIds(unitId, all);
  const byId = new Map(found.people?.map((person) => [person.residentId, person]));
  const peopleOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const meant = entries && [...new Set(entries.flatMap((entry, i) => idsOf(entry, answers.get(i))))];
  const unclear: Unclear[] = (entries ?? []).flatMap(({ state, words, residentIds }, key) =>
    state === 'unclear' ? { key, words, people: peopleOf(residentIds), answer: answers.get(key) } : [],
  );
  return {
    ...{ text, type, readText, readFile, unclear },
    answer: (key: number, id: string | null) => setAnswers(new Map(answers).set(key, id)),
    isRead: entries !== undefined,
    unknown: (entries ?? []).flatMap(({ state, words }) => (state === 'unknown' ? words : [])),
    /** Those of whom it is clear, once they are known by name. */
    people: meant && found.people ? peopleOf(meant) : undefined,
    again: () => {
      setEntries(undefined);
      setAnswers(NONE);
    },
    busy: busy || uploading.busy,
    refusal: uploading.refusal ?? refusal ?? found.refusal,
  };
}
export type NameList = ReturnType<typeof useNameList>;
