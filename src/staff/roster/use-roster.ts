import { useState } from 'react';
import { type Refused, read } from '../../api';
import { useWrite } from '../../api/use-write';
import type { ChosenFile } from '../../files';
import { useWork } from '../people/use-work';
import type { Preview } from './finding-words';

/** A file is chosen, looked at, and taken in once. */
export function useRoster() {
  const { me, role, refusal: unknownMe, reload } = useWork();
  const [file, setFile] = useState<ChosenFile>();
  const [preview, setPreview] = useState<Preview>();
  const [reading, setReading] = useState(false);
  const [readRefusal, setReadRefusal] = useState<Refused>();
  const [done, setDone] = useState<Preview>();
  const importing = useWrite('household.importRoster');
  const mayImport = role?.role === 'communityStaff' || role?.role === 'communityAdmin';
  const unitId = mayImport ? role.unitId : undefined;

  const look = async (chosen: ChosenFile) => {
    if (!unitId) return;
    setFile(chosen);
    setPreview(undefined);
    setDone(undefined);
    setReadRefusal(undefined);
    importing.clear();
    setReading(true);
    const result = await read('household.previewRoster', { unitId, fileName: chosen.name, fileBase64: chosen.base64 });
    setReading(false);
    if (result.ok) setPreview(result.data);
    else setReadRefusal(result);
  };
  const take = async () => {
    if (!unitId || !file) return;
    setDone(await importing.run({ unitId, fileName: file.name, fileBase64: file.base64 }));
  };
  return {
    ...{ me, unitId, unknownMe, reload, file, preview, reading, readRefusal, done, look, take },
    again: () => file && void look(file),
    importing: importing.busy,
    importRefusal: importing.refusal,
    restart: () => {
      setFile(undefined);
      setPreview(undefined);
      setDone(undefined);
      setReadRefusal(undefined);
      importing.clear();
    },
  };
}
export type Roster = ReturnType<typeof useRoster>;
