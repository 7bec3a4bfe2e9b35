const path = require('node:path');
const { createTaroApp } = require('../taro-weapp');
const { createCloud } = require('../cloud');
const { createSight } = require('../sight');
const lifeSized = require('../life-sized');

const DIST = path.join(__dirname, '../../../dist/weapp');
/** For `it.each`: each visit with its name. */
const namedVisits = lifeSized.visits.map((one) => [[one.page, one.part].filter(Boolean).join(' '), one]);

/** The built mini-program with life-sized data behind it, opened page by page as its `visits` say. */
function createVisitor() {
  const answers = { ...lifeSized.answers };
  const cloud = createCloud(answers);
  const sight = createSight();
  let app;
  return {
    sight,
    start() {
      require('miniprogram-simulate');
      app = createTaroApp(DIST, { wx: { ...cloud.wx, ...sight.wx } });
      return app;
    },
    /** Taps what the visit taps; `look` sees the page at rest, before and after each tap. Whoever asked closes it. */
    async open({ page: name, query, as = 'everybody', taps = [] }, look = () => undefined) {
      answers['household.me'] = lifeSized[as];
      sight.scrollTo(0);
      const page = await app.open(`${name}/index`, query);
      try {
        await page.settle(false, 120, 8_000);
        look(page);
        for (const word of taps) {
          const node = page.named(word);
          if (!node) throw new Error(`${name} has no ${word}`);
          await page.fire(node, 'tap');
          await page.settle(false, 120, 8_000);
          look(page);
        }
      } catch (fault) {
        page.close();
        throw fault;
      }
      return page;
    },
  };
}

module.exports = { createVisitor, DIST, namedVisits };
