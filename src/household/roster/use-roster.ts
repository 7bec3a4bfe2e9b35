import { useState } from 'react';
import { FINDINGS_AT_ONCE } from '../../../cloudfunctions/values/limits';
import type { RosterField } from '../../../cloudfunctions/values/roster';
import { type Refused, read } from '../../api';
import { useUpload } from '../../api/use-upload';
import { useWrite } from '../../api/use-write';
import { useBegun } from '../../components/leaving/use-begun';
import type { ChosenFile } from '../../device/files';
import { type Choice, type Choices, type Place, toSent, withChoice } from './decisions';
import type { Imported, Preview } from './finding-words';
import { notesOf } from './notes';

const NO_CHOICES: Choices = new Map();

/** What a person said of the titles of columns. */
type Said = ReadonlyMap<string, RosterField | null>;
const NOTHING_SAID: Said = new Map();
const columnsOf = (said: Said) => [...said].map(([title, field]) => ({ title, field }));

const joined = (before: Preview, next: Preview): Preview => ({
  ...next,
  findings: [...before.findings, ...next.findings],
  unclear: [...before.unclear, ...next.unclear],
});

/** What the file says, page by page. It is uploaded before each: that costs one question while it is there. */
function usePreview(unitId: string) {
  const uploading = useUpload('xlsx');
  const [preview, setPreview] = useState<Preview>();
  const [reading, setReading] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  const clear = () => {
    setPreview(undefined);
    setRefusal(undefined);
    uploading.clear();
  };
  const readOn = async ({ name, bytes }: ChosenFile, said: Said, before: Preview | undefined) => {
    const fileHash = await uploading.run(bytes);
    if (!fileHash) return undefined;
    setReading(true);
    const behind = before?.nextCursor;
    // the file is read anew for each page: few and long ones
    const page = { limit: FINDINGS_AT_ONCE, ...(behind && { cursor: behind }) };
    const asked = { unitId, fileName: name, fileHash, columns: columnsOf(said), ...page };
    const result = await read('household.previewRoster', asked);
    setReading(false);
    setRefusal(result.ok ? undefined : result);
    const told = result.ok ? (before ? joined(before, result.data) : result.data) : undefined;
    if (told) setPreview(told);
    return told;
  };
  /** To its last page; undefined where one of them did not come. */
  const readAll = async (file: ChosenFile, said: Said) => {
    let told = preview;
    while (told?.nextCursor) told = await readOn(file, said, told);
    return told;
  };
  return {
    ...{ preview, clear, readOn, readAll, sending: uploading.sending },
    reading: uploading.busy || reading,
    refusal: uploading.refusal ?? refusal,
  };
}

/** What was answered about a file and is in no import yet. */
function begunWords(rows: number, columns: number): string | undefined {
  if (rows + columns === 0) return undefined;
  const said = [rows > 0 && `答好的 ${rows} 行`, columns > 0 && `认好的 ${columns} 列`].filter(Boolean).join('、');
  return `${said}还没有导入，离开就要重新答。`;
}

/** A file is chosen, looked at, decided on where it is unclear, and taken in once. */
export function useRoster(unitId: string) {
  const [file, setFile] = useState<ChosenFile>();
  const [choices, setChoices] = useState(NO_CHOICES);
  const [said, setSaid] = useState(NOTHING_SAID);
  const [done, setDone] = useState<Imported>();
  const looking = usePreview(unitId);
  const uploading = useUpload('xlsx');
  const importing = useWrite('household.importRoster');

  const begun = useBegun(done ? undefined : begunWords(choices.size, said.size));

  const restart = () => {
    setFile(undefined);
    setChoices(NO_CHOICES);
    setSaid(NOTHING_SAID);
    setDone(undefined);
    looking.clear();
    uploading.clear();
    importing.clear();
  };
  const look = async (chosen: ChosenFile) => {
    restart();
    setFile(chosen);
    await looking.readOn(chosen, NOTHING_SAID, undefined);
  };
  const more = async () => {
    if (file && looking.preview?.nextCursor) await looking.readOn(file, said, looking.preview);
  };
  /** With another meaning of a column the whole file reads otherwise: what was answered of its rows is asked anew. */
  const sayColumn = async (title: string, field: RosterField | null) => {
    const now = new Map(said).set(title, field);
    setSaid(now);
    setChoices(NO_CHOICES);
    if (file) await looking.readOn(file, now, undefined);
  };
  const take = async () => {
    if (!file || uploading.busy) return;
    const fileHash = await uploading.run(file.bytes);
    if (!fileHash) return;
    setDone(
      await importing.run({
        unitId,
        fileName: file.name,
        fileHash,
        columns: columnsOf(said),
        decisions: toSent(choices, looking.preview?.sheets ?? []),
      }),
    );
  };
  const toNote = async () => {
    const all = file && (await looking.readAll(file, said));
    return all && notesOf(all, choices);
  };
  return {
    ...{ file, choices, done, look, more, take, toNote, restart: () => begun.leave(restart) },
    preview: looking.preview,
    reading: looking.reading,
    readRefusal: looking.refusal,
    sending: looking.sending ?? uploading.sending,
    choose: (place: Place, choice: Choice) => setChoices(withChoice(choices, place, choice)),
    sayColumn: (title: string, field: RosterField | null) => void sayColumn(title, field),
    again: () => file && void look(file),
    importing: uploading.busy || importing.busy,
    importRefusal: uploading.refusal ?? importing.refusal,
  };
}
export type Roster = ReturnType<typeof useRoster>;
