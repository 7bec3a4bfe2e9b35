import { useEffect, useRef, useState } from 'react';
import { isShown } from '../dialog/settle-focus';

/** What keys do beside moving from row to row; what is left out, the key does not do. */
export interface RowKeys {
  /** Enter. */
  readonly open?: ((key: string) => void) | undefined;
  /** Space; with Shift and an arrow as far as one has gone. */
  readonly tick?: ((key: string, range: boolean) => void) | undefined;
  readonly edit?: ((key: string) => void) | undefined;
  /** F: what is done with those that are chosen. */
  readonly act?: (() => void) | undefined;
  /** Ctrl or Command with A. */
  readonly all?: (() => void) | undefined;
  /** End, once one has come to the last row that is here: more of a list that goes on. */
  readonly end?: (() => void) | undefined;
  /** Escape. */
  readonly back?: (() => void) | undefined;
  /** The row that one has come to. */
  readonly move?: ((key: string) => void) | undefined;
}

const WRITING = 'input, textarea, select, [role="dialog"]';
const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowDown: 1, ArrowUp: -1, End: Number.POSITIVE_INFINITY, Home: Number.NEGATIVE_INFINITY },
};

const rowsOf = (table: Element) => [...table.querySelectorAll<HTMLElement>('.data-table-row')];

/** A row has no focus of its own: what opens or ticks it has. */
function bring(row: HTMLElement | undefined): void {
  row?.scrollIntoView({ block: 'nearest' });
  const place =
    row?.querySelector<HTMLElement>('.data-table-open') ?? row?.querySelector<HTMLElement>('.data-table-pick');
  place?.focus({ preventScroll: true });
}

const searchField = () => [...document.querySelectorAll<HTMLElement>('input[type="search"]')].find(isShown);

/** To the field in which one looks for something. */
export function bringSearch(): boolean {
  const field = searchField();
  field?.focus();
  return field !== undefined;
}

/** Whether the page has such a field: a key that finds nothing is not named. */
export function useHasSearch(): boolean {
  const [has, tell] = useState(false);
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') tell(searchField() !== undefined);
  }, []);
  return has;
}

const isCommand = ({ ctrlKey, metaKey }: KeyboardEvent) => ctrlKey || metaKey;

/** What a press of a key does, beside moving. */
function deedOf(event: KeyboardEvent, at: string | undefined, keys: RowKeys): (() => unknown) | undefined {
  const { key, shiftKey } = event;
  if (isCommand(event)) return key.toLowerCase() === 'a' ? keys.all : undefined;
  const withRow = (deed: ((row: string) => unknown) | undefined) => at !== undefined && deed && (() => deed(at));
  const deeds: Readonly<Record<string, (() => unknown) | false | undefined>> = {
    ' ': withRow(keys.tick && ((row) => keys.tick?.(row, shiftKey))),
    Enter: withRow(keys.open),
    e: withRow(keys.edit),
    f: keys.act,
    '/': bringSearch,
    Escape: keys.back,
  };
  return deeds[key.length === 1 ? key.toLowerCase() : key] || undefined;
}

/** Whether the table is what keys are for just now. */
function isMeant({ defaultPrevented, altKey, target }: KeyboardEvent, place: Element): boolean {
  if (defaultPrevented || altKey || !isShown(place)) return false;
  return !(target instanceof Element && target.closest(WRITING));
}

/**
 * A table at a desk, by the keyboard alone: the arrows go from row to row, and the other keys do with the row what they say.
 * While something is being written, or another page or a dialog lies in front, keys are not the table's. Only on the web.
 */
export function useRowKeys(id: string, rows: readonly string[], keys: RowKeys | undefined) {
  const [at, setAt] = useState<string>();
  const here = at !== undefined && rows.includes(at) ? at : undefined;
  const now = useRef({ rows, keys, here });
  now.current = { rows, keys, here };
  /** Whether Shift was held at the last click or press. */
  const shift = useRef(false);
  const isUsed = process.env.TARO_ENV === 'h5' && keys !== undefined;
  useEffect(() => {
    if (!isUsed) return;
    const table = () => document.getElementById(id);
    const come = (key: string | undefined) => {
      if (key === undefined || key === now.current.here) return;
      setAt(key);
      now.current.keys?.move?.(key);
    };
    const goTo = (place: Element, step: number, range: boolean) => {
      const { rows: all, keys: wanted, here: from } = now.current;
      const to = Math.max(0, Math.min(all.length - 1, (from === undefined ? -1 : all.indexOf(from)) + step));
      const key = all[to];
      if (range && key) wanted?.tick?.(key, true);
      bring(rowsOf(place)[to]);
      come(key);
    };
    const moveBy = (event: KeyboardEvent, place: Element, { end }: RowKeys) => {
      const step = isCommand(event) ? undefined : STEPS[event.key];
      if (step === undefined) return undefined;
      return () => {
        goTo(place, step, event.shiftKey);
        if (event.key === 'End') end?.();
      };
    };
    const onKey = (event: KeyboardEvent) => {
      const { keys: wanted, here: from } = now.current;
      const place = table();
      if (!wanted || !place || !isMeant(event, place)) return;
      const deed = moveBy(event, place, wanted) ?? deedOf(event, from, wanted);
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    const onFocus = ({ target }: FocusEvent) => {
      const place = table();
      const row =
        target instanceof Element && place?.contains(target) && target.closest<HTMLElement>('.data-table-row');
      if (place && row) come(now.current.rows[rowsOf(place).indexOf(row)]);
    };
    const noteShift = ({ shiftKey }: MouseEvent | KeyboardEvent) => {
      shift.current = shiftKey;
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('click', noteShift, true);
    document.addEventListener('keydown', noteShift, true);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('click', noteShift, true);
      document.removeEventListener('keydown', noteShift, true);
    };
  }, [id, isUsed]);
  return { here, isRange: () => shift.current };
}
