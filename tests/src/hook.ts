import { act, createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';

export { act };

/** A hook on a page of its own, which begins anew with each test. The file needs `@jest-environment jsdom`. */
export function renderHook<Props extends object, Seen>(use: (props: Props) => Seen) {
  let root: Root;
  let seen: Seen;
  const Page = (props: Props) => {
    seen = use(props);
    return null;
  };
  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    root = createRoot(document.createElement('div'));
  });
  const leave = () => act(async () => root.unmount());
  afterEach(leave);
  return { show: (props: Props) => act(async () => root.render(createElement(Page, props))), seen: () => seen, leave };
}
