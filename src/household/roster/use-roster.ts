import { useState } from 'react';
import { FINDINGS_AT_ONCE } from '../../../cloudfunctions/values/limits';
import { type Refused, read } from '../../api';
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

/** A file is chosen, looked at, decided on where it is unclear, and taken in once. */
export function useRoster(unitId: string) {
  const [file, setFile] = useState<ChosenFile>();
  const [preview, setPreview] = useState<Preview>();
  const [choices, setChoices] = useState(NO_CHOICES);
  const [reading, setReading] = useState(false);
  const [readRefusal, setReadRefusal] = useState<Refused>();
  const [done, setDone] = useState<Imported>();
  const importing = useWrite('household.importRoster');

  const restart = () => {
    setFile(undefined);
    setPreview(undefined);
    setChoices(NO_CHOICES);
    setDone(undefined);
    setReadRefusal(undefined);
    importing.clear();
  };
  const look = async (chosen: ChosenFile) => {
    restart();
    setFile(chosen);
    setReading(true);
    // the file is read anew for each page: few and long ones
    const asked = { unitId, fileName: chosen.name, fileBase64: chosen.base64, limit: FINDINGS_AT_ONCE };
    const result = await read('household.previewRoster', asked);
    setReading(false);
    if (result.ok) setPreview(result.data);
    else setReadRefusal(result);
  };
  const more = async () => {
    if (!file || !preview?.nextCursor) return;
    const { name, base64 } = file;
    setReading(true);
    const asked = { unitId, fileName: name, fileBase64: base64, limit: FINDINGS_AT_ONCE, cursor: preview.nextCursor };
    const result = await read('household.previewRoster', asked);
    setReading(false);
    setReadRefusal(result.ok ? undefined : result);
    if (result.ok) setPreview(joined(preview, result.data));
  };
  const take = async () => {
    if (!file) return;
    const asked = { unitId, fileName: file.name, fileBase64: file.base64, decisions: toSent(choices) };
    setDone(await importing.run(asked));
  };
  return {
    ...{ file, preview, choices, reading, readRefusal, done, look, more, take, restart },
    choose: (row: number, choice: Choice) => setChoices(new Map(choices).set(row, choice)),
    again: () => file && void look(file),
    importing: importing.busy,
    importRefusal: importing.refusal,
  };
}
export type Roster = ReturnType<typeof useRoster>;
