import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useLayoutEffect, useRef, useState } from 'react';
import { createStore } from '../../app-store';
import { holdBack } from '../../device/leaving';

interface Question {
  readonly words: string;
  readonly go: () => void;
}
const open = createStore<{ question: Question | undefined }>({ question: undefined });

export const useQuestion = () => open.use().question;
export const stay = (): void => open.change({ question: undefined });

/** The web asks by a page of its own (`Leaving`), WeChat by its own box. */
async function ask(words: string, go: () => void): Promise<void> {
  if (process.env.TARO_ENV === 'h5') return open.change({ question: { words, go } });
  const { confirm } = await Taro.showModal({
    title: '还没做完',
    content: words,
    confirmText: '离开',
    cancelText: '接着做',
  });
  if (confirm) go();
}

/** What was begun on the page in front, and not sent. */
let begun: { readonly words: string; readonly end: () => void } | undefined;

/** A way within the page that drops what was begun on it, as from a form back to its list: asks as going back does. */
export function leaveBegun(go: () => void): void {
  const { words, end } = begun ?? {};
  const goNow = () => {
    end?.();
    go();
  };
  if (words) void ask(words, goNow);
  else goNow();
}

/** Holds back those who leave, until it is called. */
function hold(words: string): () => void {
  const release = holdBack(words, ask);
  const mine = {
    words,
    end: () => {
      release();
      if (begun === mine) begun = undefined;
    },
  };
  begun = mine;
  return mine.end;
}

/**
 * Something was begun on this page and not sent, and `words` say what; undefined when nothing was. Going back asks first;
 * buttons that lead away go by `leave`. `done` ends it at once, for what comes after sending.
 */
export function useBegun(words: string | undefined) {
  const release = useRef(() => {});
  const [visits, setVisits] = useState(0);
  const isHeld = useRef(false);
  isHeld.current = words !== undefined;
  useDidShow(() => {
    if (isHeld.current) setVisits((count) => count + 1);
  });
  useDidHide(() => {
    if (isHeld.current) begun = undefined; // the page that is in front now has ways of its own
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever went on to another page is back
  useLayoutEffect(() => {
    if (!words) return;
    release.current = hold(words);
    return () => release.current();
  }, [words, visits]);
  const done = () => release.current();
  const leave = (go: () => void) => {
    const goNow = () => {
      done();
      go();
    };
    if (words) void ask(words, goNow);
    else goNow();
  };
  return { leave, done };
}
