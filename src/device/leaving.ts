import { history } from '@tarojs/router';

/** A question before leaving: `go` leaves after all. */
type Ask = (words: string, go: () => void) => void;

/**
 * Going back, by the browser or by the page's own button, asks first; closing the window asks in the browser's own words. Who
 * goes on to another page has chosen to. Gives what ends it.
 */
export function holdBack(words: string, ask: Ask): () => void {
  const release = history.block(({ action, retry }) => {
    const go = () => {
      release();
      retry();
    };
    if (action === 'POP') ask(words, go);
    else go();
  });
  return release;
}
