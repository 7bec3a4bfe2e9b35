/**
 * What of a page is in sight. jsdom has no layout, so this one lays pages out on paper: a row, a cell's words and a line have a
 * height, a box is as high as what is in it or as its style says, and everything stands below what is before it.
 */
/** As rows are on a phone, on the small side. */
const ROW_PX = { 'reward-row': 120, 'data-table-row': 140, 'card-padded': 160 };
const PLAIN_ROW_PX = 68;
const LINE_PX = 24;
const SCREEN = { width: 390, height: 844 };
const ROW_CLASSES = /(^| )(list-item|passbook-month-item|data-table-row|reward-row|card-padded)( |$)/;

const rowHeight = (node) => {
  const [, , row] = ROW_CLASSES.exec(node.className ?? '') ?? [];
  return row && (ROW_PX[row] ?? PLAIN_ROW_PX);
};
const styled = (node) => /(?:^|;)\s*height:\s*([\d.]+)px/.exec(node.getAttribute?.('style') ?? '')?.[1];

/** A list of children is a proxy in jsdom, and dear; from one to the next is not. */
function* childrenOf(node) {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}
/** WeChat's components keep their ids to themselves: the page's nodes bear none. */
const idOf = (node) => node.__wxElement?.id ?? '';

/** Lays a node out from `top` on, writes down where everything stands and what bears an id, and gives its height. */
function layOut(node, top, places) {
  if (node.nodeType === 3) return node.textContent.trim() ? LINE_PX : 0;
  const set = styled(node) ?? rowHeight(node);
  let inside = 0;
  for (const child of childrenOf(node)) inside += layOut(child, top + inside, places);
  const height = set === undefined ? inside : Number(set);
  places.at.set(node, { top, height });
  const id = idOf(node);
  if (id && !places.byId.has(id)) places.byId.set(id, node);
  return height;
}

/** Stands where WeChat's observers and queries would; `scrollTo` moves the page and tells who is watching. */
function createSight() {
  let scrolled = 0;
  const watching = new Set();
  const page = () => document.body.lastElementChild;
  const placesNow = () => {
    const places = { at: new Map(), byId: new Map() };
    layOut(page(), 0, places);
    return places;
  };
  const findAll = (selector, places = placesNow()) =>
    selector.startsWith('#')
      ? [places.byId.get(selector.slice(1))].filter(Boolean)
      : [...page().querySelectorAll(selector)];
  const rectOf = (node, places = placesNow()) => {
    const place = places.at.get(node);
    const top = place.top - scrolled;
    const { height } = place;
    return {
      id: idOf(node),
      dataset: {},
      left: 0,
      right: SCREEN.width,
      width: SCREEN.width,
      top,
      height,
      bottom: top + height,
    };
  };
  const tell = (watch, places) => {
    const [node] = page() ? findAll(watch.selector, places) : [];
    if (!node || !watching.has(watch)) return;
    const rect = rectOf(node, places);
    const isSeen = rect.height > 0 && rect.bottom > -watch.above && rect.top < SCREEN.height + watch.below;
    if (watch.isSeen === isSeen) return;
    watch.isSeen = isSeen;
    watch.listener({ id: idOf(node), boundingClientRect: rect, intersectionRatio: isSeen ? 1 : 0 });
  };
  const createIntersectionObserver = () => {
    const own = [];
    let margins = { top: 0, bottom: 0 };
    const observer = {
      relativeToViewport: (given) => {
        margins = { ...margins, ...given };
        return observer;
      },
      observe: (selector, listener) => {
        const watch = { selector, listener, above: margins.top, below: margins.bottom, isSeen: undefined };
        own.push(watch);
        watching.add(watch);
        setTimeout(() => page() && watching.has(watch) && tell(watch, placesNow()), 0);
      },
      disconnect: () => {
        for (const watch of own) watching.delete(watch);
      },
    };
    return observer;
  };
  const createSelectorQuery = () => {
    const asked = [];
    const query = {
      in: () => query,
      select: (selector) => ask(selector, (found, places) => (found[0] ? rectOf(found[0], places) : null)),
      selectAll: (selector) => ask(selector, (found, places) => found.map((node) => rectOf(node, places))),
      selectViewport: () => ask('page', () => ({ ...SCREEN, scrollTop: scrolled, scrollLeft: 0 })),
      exec: (listener) =>
        setTimeout(() => {
          if (!page()) return;
          const places = placesNow();
          const told = asked.map((one) => one(places));
          listener?.(told);
        }, 0),
    };
    const ask = (selector, answer) => {
      const one = (listener) => {
        asked.push((places) => {
          const told = answer(findAll(selector, places), places);
          listener?.(told);
          return told;
        });
        return query;
      };
      return { boundingClientRect: one, scrollOffset: one, fields: (_what, listener) => one(listener) };
    };
    return query;
  };
  return {
    wx: { createIntersectionObserver, createSelectorQuery },
    screen: SCREEN,
    pageHeight: () => placesNow().at.get(page()).height,
    scrollTo(top) {
      scrolled = Math.max(0, top);
      if (watching.size === 0 || !page()) return;
      const places = placesNow();
      for (const watch of [...watching]) tell(watch, places);
    },
    findAll,
    /** Whether any of it is on the screen now. */
    isOnScreen(node) {
      const { top, bottom, height } = rectOf(node);
      return height > 0 && bottom > 0 && top < SCREEN.height;
    },
  };
}

module.exports = { childrenOf, createSight };
