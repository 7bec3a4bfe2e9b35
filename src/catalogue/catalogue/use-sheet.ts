import { useState } from 'react';
import { type Refused, read } from '../../api';
import { useUpload } from '../../api/use-upload';
import { useWrite } from '../../api/use-write';
import { clock } from '../../device/clock';
import type { ChosenFile } from '../../device/files';
import type { Imported } from './item-words';
import { notesOf } from './notes';
import { type Answers, goesIn, isAnswered, type Typed, toSent } from './sheet-answers';
import { type Column, keyOf, type Line, type Preview } from './sheet-words';

const NOTHING = { answers: new Map() as Answers, columns: [] as readonly Column[], left: [] as readonly number[] };

/** A rule sheet: uploaded and looked at, asked about where it is unclear, and taken in once. */
export function useSheet(unitId: string, onChanged: () => Promise<void>) {
  const uploading = useUpload('xlsx');
  const importing = useWrite('catalogue.importSheet');
  const [file, setFile] = useState<ChosenFile>();
  const [preview, setPreview] = useState<Preview>();
  const [refusal, setRefusal] = useState<Refused>();
  const [reading, setReading] = useState(false);
  const [readAtMs, setReadAt] = useState<number>();
  const [said, setSaid] = useState(NOTHING);
  const [openKey, open] = useState<string>();
  const [imported, setImported] = useState<Imported>();

  const restart = () => {
    setFile(undefined);
    setPreview(undefined);
    setRefusal(undefined);
    setSaid(NOTHING);
    open(undefined);
    setImported(undefined);
    uploading.clear();
    importing.clear();
  };
  const look = async (chosen: ChosenFile, columns: readonly Column[]) => {
    const fileHash = await uploading.run(chosen.bytes);
    if (!fileHash) return;
    setReading(true);
    const told = await read('catalogue.previewSheet', {
      unitId,
      fileName: chosen.name,
      fileHash,
      columns: [...columns],
    });
    setReading(false);
    setRefusal(told.ok ? undefined : told);
    if (!told.ok) return;
    setPreview(told.data);
    setReadAt(clock());
  };
  const choose = async (chosen: ChosenFile) => {
    restart();
    setFile(chosen);
    await look(chosen, []);
  };
  const assign = async (column: Column) => {
    const columns = [...said.columns.filter(({ heading }) => heading !== column.heading), column];
    setSaid({ ...said, columns });
    if (file) await look(file, columns);
  };
  const lines = (preview?.lines ?? []).filter(({ sheet }) => !said.left.includes(sheet));
  const take = async () => {
    if (!file) return;
    const fileHash = await uploading.run(file.bytes);
    if (!fileHash) return;
    const { columns, left, answers } = said;
    const told = await importing.run({
      ...{ unitId, fileName: file.name, fileHash, columns: [...columns], leftSheets: [...left] },
      answers: toSent(lines, answers, keyOf),
    });
    if (!told) return;
    setImported(told);
    open(undefined);
    await onChanged();
  };
  const asked = lines.filter(({ result }) => result === 'ask');
  const answered = (line: Line) => isAnswered(line, said.answers.get(keyOf(line)));
  const goesInNow = (line: Line) => goesIn(line, said.answers.get(keyOf(line)));
  return {
    toNote: () => Promise.resolve(preview && notesOf(preview, lines, goesInNow)),
    ...{ file, preview, readAtMs, imported, restart, choose, assign, take, openKey, open, lines, asked, answered },
    ...{ answers: said.answers, columns: said.columns, left: said.left, sending: uploading.sending },
    again: () => file && void (preview ? take() : look(file, said.columns)),
    answer: (line: Line, typed: Typed) => setSaid({ ...said, answers: new Map(said.answers).set(keyOf(line), typed) }),
    leave: (sheet: number) =>
      setSaid({
        ...said,
        left: said.left.includes(sheet) ? said.left.filter((one) => one !== sheet) : [...said.left, sheet],
      }),
    takes: lines.filter((line) => line.result === 'take' || goesInNow(line)).length,
    refuses: lines.filter(({ result }) => result === 'refuse').length,
    busy: uploading.busy || importing.busy || reading,
    refusal: uploading.refusal ?? refusal ?? importing.refusal,
  };
}
export type SheetWork = ReturnType<typeof useSheet>;
