import Taro from '@tarojs/taro';
import { useEffect, useId } from 'react';

/** What a page's head and foot cover, at most. */
const COVERED_PX = 120;

/** By the page's own measure: WeChat's offset from a selector is newer than the base library we are made for. */
function showOnWeChat(selector: string): void {
  const { windowHeight } = Taro.getWindowInfo();
  Taro.nextTick(() => {
    Taro.createSelectorQuery()
      .select(selector)
      .boundingClientRect()
      .selectViewport()
      .scrollOffset()
      .exec(([notice, page]: [{ top: number } | null, { scrollTop: number } | null]) => {
        if (!notice || !page || (notice.top >= 0 && notice.top <= windowHeight - COVERED_PX)) return;
        void Taro.pageScrollTo({ scrollTop: Math.max(0, page.scrollTop + notice.top - COVERED_PX), duration: 240 });
      });
  });
}

/**
 * Gives the id to put on an answer: whoever tapped at the foot of a long page is brought to it, and again with each number
 * above the last. What is in sight stays put.
 */
export function useInSight(answers: boolean | number, words: string): string {
  const id = `alert-${useId().replace(/:/g, '')}`;
  useEffect(() => {
    if (!answers || !words) return;
    if (process.env.TARO_ENV === 'h5') document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' });
    else showOnWeChat(`#${id}`);
  }, [answers, words, id]);
  return id;
}
