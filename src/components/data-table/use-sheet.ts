import { useState } from 'react';
import type { Refused } from '../../api';
import { printSheet, saveSheet } from '../../device/sheet';
import type { Column } from './column';
import { toSheet } from './to-sheet';

interface Asked<Row> {
  /** What the list is: 居民. */
  title: string;
  /** Where it is from, what it was sifted by and on which day: the lines above a printed list. */
  about: readonly string[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  /** Every row that matches, not those alone that have been shown. */
  whole: () => Promise<{ ok: true; data: readonly Row[] } | Refused>;
}

type Way = 'save' | 'print';
const WAYS = { save: saveSheet, print: printSheet } as const;

/** Saves or prints a whole list, or those of it that are chosen. */
export function useSheet<Row>(asked: Asked<Row>) {
  const [busy, setBusy] = useState<Way>();
  const [refusal, setRefusal] = useState<Refused>();
  const [saved, setSaved] = useState<{ readonly isDone: boolean; readonly rows: number }>();
  const send = async (way: Way, chosen: readonly string[] | undefined) => {
    setBusy(way);
    setSaved(undefined);
    const all = await asked.whole();
    setRefusal(all.ok ? undefined : all);
    if (all.ok) {
      const rows = all.data.filter((row) => !chosen || chosen.includes(asked.keyOf(row)));
      const isDone = await WAYS[way](toSheet(asked, rows));
      if (way === 'save') setSaved({ isDone, rows: rows.length });
    }
    setBusy(undefined);
  };
  return {
    ...{ busy, refusal, saved },
    /** Of every row that matches; nothing where they did not all come. */
    everyKey: async () => {
      const all = await asked.whole();
      setRefusal(all.ok ? undefined : all);
      return all.ok ? all.data.map(asked.keyOf) : undefined;
    },
    /** Those of every row that matches which are chosen; nothing where they did not all come. */
    rowsOf: async (chosen: readonly string[]) => {
      const all = await asked.whole();
      setRefusal(all.ok ? undefined : all);
      return all.ok ? all.data.filter((row) => chosen.includes(asked.keyOf(row))) : undefined;
    },
    save: (chosen?: readonly string[]) => void send('save', chosen),
    print: (chosen?: readonly string[]) => void send('print', chosen),
  };
}
export type SheetWays = Omit<ReturnType<typeof useSheet>, 'rowsOf'>;
