import { useState } from 'react';
import { FINDINGS_AT_ONCE } from '../../../cloudfunctions/values/limits';
import { type Refused, read } from '../../api';
import { useUpload } from '../../api/use-upload';
import { useWrite } from '../../api/use-write';
import type { ChosenFile } from '../../device/files';
import { type Choice, type Choices, toSent } from './decisions';
import type { Imported, Preview } from './finding-words';

const NO_CHOICES: Choices = new Map();

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
  const readOn = async ({ name, bytes }: ChosenFile, before: Preview | undefined) => {
    const fileHash = await uploading.run(bytes);
    if (!fileHash) return;
    setReading(true);
    const behind = before?.nextCursor;
    // the file is read anew for each page: few and long ones
    const asked = { unitId, fileName: name, fileHash, limit: FINDINGS_AT_ONCE, ...(behind && { cursor: behind }) };
    const result = await read('household.previewRoster', asked);
    setReading(false);
    setRefusal(result.ok ? undefined : result);
    if (result.ok) setPreview(before ? joined(before, result.data) : result.data);
  };
  return {
    ...{ preview, clear, readOn, sending: uploading.sending },
    reading: uploading.busy || reading,
    refusal: uploading.refusal ?? refusal,
  };
}

/** A file is chosen, looked at, decided on where it is unclear, and taken in once. */
export function useRoster(unitId: string) {
  const [file, setFile] = useState<ChosenFile>();
  const [choices, setChoices] = useState(NO_CHOICES);
  const [done, setDone] = useState<Imported>();
  const looking = usePreview(unitId);
  const uploading = useUpload('xlsx');
  const importing = useWrite('household.importRoster');

  const restart = () => {
    setFile(undefined);
    setChoices(NO_CHOICES);
    setDone(undefined);
    looking.clear();
    uploading.clear();
    importing.clear();
  };
  const look = async (chosen: ChosenFile) => {
    restart();
    setFile(chosen);
    await looking.readOn(chosen, undefined);
  };
  const more = async () => {
    if (file && looking.preview?.nextCursor) await looking.readOn(file, looking.preview);
  };
  const take = async () => {
    if (!file || uploading.busy) return;
    const fileHash = await uploading.run(file.bytes);
    if (!fileHash) return;
    setDone(await importing.run({ unitId, fileName: file.name, fileHash, decisions: toSent(choices) }));
  };
  return {
    ...{ file, choices, done, look, more, take, restart },
    preview: looking.preview,
    reading: looking.reading,
    readRefusal: looking.refusal,
    sending: looking.sending ?? uploading.sending,
    choose: (row: number, choice: Choice) => setChoices(new Map(choices).set(row, choice)),
    again: () => file && void look(file),
    importing: uploading.busy || importing.busy,
    importRefusal: uploading.refusal ?? importing.refusal,
  };
}
export type Roster = ReturnType<typeof useRoster>;
