import Taro from '@tarojs/taro';
import { useEffect, useId } from 'react';

/** What a page's head and foot cover, at most. */
const COVERED_PX = 120;

function showOnWeChat(selector: string): void {
  const { windowHeight } = Taro.getWindowInfo();
  Taro.nextTick(() => {
    Taro.createSelectorQuery()
      .select(selector)
      .boundingClientRect((rect) => {
        const top = Array.isArray(rect) ? undefined : rect?.top;
        if (top !== undefined && (top < 0 || top > windowHeight - COVERED_PX))
          void Taro.pageScrollTo({ selector, offsetTop: -COVERED_PX, duration: 240 });
      })
      .exec();
  });
}

/** Gives the id to put on an answer: whoever tapped at the foot of a long page is brought to it. What is in sight stays put. */
export function useInSight(answers: boolean, words: string): string {
  const id = `notice-${useId().replaceAll(':', '')}`;
  useEffect(() => {
    if (!answers || !words) return;
    if (process.env.TARO_ENV === 'h5') document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' });
    else showOnWeChat(`#${id}`);
  }, [answers, words, id]);
  return id;
}
