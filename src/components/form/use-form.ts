import { useEffect, useRef, useState } from 'react';
import type { Refused } from '../../api';
import type { Kept } from '../../device/kept';
import { fieldsIn } from '../../words/fields';
import type { Said } from '../choice-error';
import { useBegun } from '../leaving/use-begun';
import { firstOf, type Problems } from './checks';

interface Asked<Values, Done> {
  /** Looked at once, when the form opens. */
  begin: Values;
  problemsIn: (values: Values) => Problems<Values>;
  /** Of the `useWrite` that `send` goes by. */
  writing: { readonly busy: boolean; readonly refusal: Refused | undefined };
  /** Called only when nothing is missing; nothing comes back when it was refused. */
  send: (values: Values) => Promise<Done | undefined>;
  onDone: (done: Done, values: Values) => unknown;
  /** Where what is written stays until it is sent. */
  draft?: Kept<Values>;
  /** What the contract calls otherwise than the form: its name, then the form's. */
  named?: Readonly<Record<string, keyof Values>>;
}

type TextIn<Values> = { [Key in keyof Values]: Values[Key] extends string ? Key : never }[keyof Values];

/** What a Field is given. */
interface Line extends Said {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onLeave: () => void;
}

export interface Form<Values> {
  readonly values: Values;
  change(patch: Partial<Values>): void;
  set<Key extends keyof Values>(key: Key): (value: Values[Key]) => void;
  field(key: TextIn<Values>): Line;
  /** For the ChoiceError at what is not written but chosen. */
  choice(key: keyof Values): Said;
  /** For the button that sends it. */
  readonly button: { busy: boolean; blocked: string | undefined; onTap: () => void; onBlocked: () => void };
  /** For the RefusalAlert. */
  readonly alert: { refusal: Refused | undefined; onRetry: () => void };
}
/** Of a form that has these fields among others. */
export type PartOf<Values> = Pick<Form<Values>, 'values' | 'change' | 'field'>;

const NOT_TAKEN = '没填对，请改一改';
const BEGUN = '填好的还没有交。现在离开，就要重新填。';

/** What was written, and stays written while the page draws itself anew. */
function useValues<Values extends object>({ begin, draft }: Pick<Asked<Values, unknown>, 'begin' | 'draft'>) {
  const [first] = useState(() => draft?.read() ?? begin);
  const [values, setValues] = useState(first);
  const latest = useRef(values);
  const change = (patch: Partial<Values>) => {
    latest.current = { ...latest.current, ...patch };
    setValues(latest.current);
    draft?.keep(latest.current);
  };
  const isWritten = !draft && (Object.keys(first) as (keyof Values)[]).some((key) => first[key] !== values[key]);
  return { values, change, isWritten };
}

/** The fields that the server did not take, each until something else stands in it. */
function useNotTaken<Values extends object>(
  values: Values,
  { writing: { refusal }, named }: Pick<Asked<Values, unknown>, 'writing' | 'named'>,
) {
  const sent = useRef<Values>();
  const said = refusal?.code === 'INVALID_INPUT' ? fieldsIn(refusal.detail.fields ?? []) : [];
  const wrong = said.map((name) => named?.[name] ?? (name as keyof Values));
  return {
    sent,
    notTaken: (Object.keys(values) as (keyof Values)[]).filter(
      (key) => wrong.includes(key) && sent.current?.[key] === values[key],
    ),
  };
}

/**
 * A form: what is written in it, what is missing, and sending it. What is wrong is said at its field once the field is left;
 * what is still empty, at its field and at the button, only after a tap on the button, which leads to the first of them.
 */
export function useForm<Values extends object, Done>(asked: Asked<Values, Done>): Form<Values> {
  const { problemsIn, writing, send, onDone, draft } = asked;
  const { values, change, isWritten } = useValues(asked);
  const [isSent, setSent] = useState(false);
  const begun = useBegun(isWritten && !isSent ? BEGUN : undefined);
  const { sent, notTaken } = useNotTaken(values, asked);
  const [left, setLeft] = useState<readonly (keyof Values)[]>([]);
  const [isTapped, setTapped] = useState(false);
  const [led, lead] = useState<{ to: keyof Values | undefined; times: number }>({ to: undefined, times: 0 });
  const leadTo = (to: keyof Values | undefined) => lead(({ times }) => ({ to, times: times + 1 }));
  const problems = problemsIn(values);

  const [firstNotTaken] = notTaken;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal leads there once
  useEffect(() => {
    if (firstNotTaken !== undefined) leadTo(firstNotTaken);
  }, [writing.refusal]);

  const errorAt = (key: keyof Values) => {
    const isSaid = isTapped || (left.includes(key) && values[key] !== '');
    return (isSaid ? problems[key] : undefined) ?? (notTaken.includes(key) ? NOT_TAKEN : undefined);
  };
  const leave = (key: keyof Values) => {
    setLeft((before) => (before.includes(key) ? before : [...before, key]));
    lead((now) => (now.to === key ? { ...now, to: undefined } : now));
  };
  /** Until now it was only empty: now it is said at each field, and one is led to the first. */
  const tellMissing = () => {
    setTapped(true);
    leadTo((Object.keys(problems) as (keyof Values)[]).find((key) => problems[key]));
  };
  const sendNow = async () => {
    if (firstOf(problems)) return tellMissing();
    sent.current = values;
    const done = await send(values);
    if (!done) return;
    draft?.forget();
    setSent(true);
    setTapped(false);
    begun.done();
    await onDone(done, values);
  };
  const set = (key: keyof Values) => (value: unknown) => {
    setSent(false); // the same form, once more
    change({ [key]: value } as Partial<Values>);
  };
  const onTap = () => void sendNow();
  const choice = (key: keyof Values) => ({ error: errorAt(key), asked: led.to === key ? led.times : 0 });
  return {
    values,
    change,
    set,
    choice,
    field: (key) => ({
      ...choice(key),
      value: values[key] as string,
      onInput: set(key),
      onLeave: () => leave(key),
    }),
    button: {
      busy: writing.busy,
      blocked: isTapped ? firstOf(problems) : undefined,
      onTap,
      onBlocked: tellMissing,
    },
    alert: { refusal: writing.refusal, onRetry: onTap },
  };
}
