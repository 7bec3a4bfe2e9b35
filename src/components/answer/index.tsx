import type { ReactNode } from 'react';
import type { Refused } from '../../api';
import { sentenceFor } from '../../words/refusals';
import { ErrorState } from '../page-state';
import { RefusalAlert } from '../refusal-alert';
import { Screen, type ScreenProps } from '../screen';
import { Skeleton } from '../skeleton';
import { StaleNote, StalePage } from '../stale-note';

/** A question as `useRead` knows it; a hook that asks several gives the same shape. */
export interface Asked<Data> {
  readonly data: Data | undefined;
  readonly refusal: Refused | undefined;
  readonly reload: () => unknown;
}

export interface UntilAnswered {
  /** 活动没能打开; without it what was refused says so itself. */
  failed?: string;
  /** In place of the words about the network. */
  words?: string;
  /** Of the skeleton. */
  rows?: number;
  /** The whole page until then; what comes after brings a Screen of its own. */
  screen?: ScreenProps;
  /** Amid a form: why not is said by a notice, not by the whole place. */
  amid?: boolean;
  /** For a refusal that means something of its own here. */
  instead?: (refusal: Refused) => ReactNode;
}

interface NotYetProps extends UntilAnswered {
  refusal: Refused | undefined;
  reload: () => unknown;
}

function Pending({ refusal, reload, failed, words, rows = 4, amid, instead }: Omit<NotYetProps, 'screen'>) {
  if (!refusal) return <Skeleton rows={rows} />;
  const own = instead?.(refusal);
  if (own) return own;
  if (amid) return <RefusalAlert refusal={refusal} onRetry={() => void reload()} />;
  return (
    <ErrorState
      title={failed ?? sentenceFor(refusal.code, refusal.detail).what}
      {...(words && { words })}
      onRetry={() => void reload()}
      refusal={refusal}
    />
  );
}

/** The skeleton, or why there is no answer and what helps. */
export function NotYet({ screen, ...rest }: NotYetProps) {
  const pending = <Pending {...rest} />;
  return screen ? <Screen {...screen}>{pending}</Screen> : pending;
}

interface Props<Data> extends UntilAnswered {
  of: Asked<Data>;
  children: (data: Data) => ReactNode;
}

/** What was answered; until then the skeleton, or why not. An answer stays while it is asked anew, and says so when that fails. */
export function Answer<Data>({ of: { data, refusal, reload }, children, ...until }: Props<Data>) {
  if (data === undefined) return <NotYet refusal={refusal} reload={reload} {...until} />;
  const stale = refusal && { refusal, reload };
  if (until.screen) return <StalePage.Provider value={stale}>{children(data)}</StalePage.Provider>;
  return (
    <>
      {stale && <StaleNote {...stale} />}
      {children(data)}
    </>
  );
}
