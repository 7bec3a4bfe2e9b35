/**
 * Runs the real output of `taro build --type weapp` inside miniprogram-simulate: jsdom, WeChat's component system and its own
 * template compiler. Pages mount, taps and inputs work. There is no layout, no native behaviour and no routing: mock
 * `wx.navigateTo` and open the next page. One Taro runtime per test file.
 */
const fs = require('node:fs');
const path = require('node:path');

/** What every page may ask of WeChat; a test's own mocks come on top. */
const plainWx = {
  cloud: { init: () => {}, callFunction: () => Promise.reject(new Error('no cloud in this test')) },
  getWindowInfo: () => ({ statusBarHeight: 47, windowWidth: 390, windowHeight: 844, pixelRatio: 3 }),
  getAppBaseInfo: () => ({ theme: 'light', fontSizeSetting: 17, SDKVersion: '3.7.0' }),
  getMenuButtonBoundingClientRect: () => ({ top: 51, left: 291, right: 378, bottom: 83, width: 87, height: 32 }),
  onThemeChange: () => {},
  onNetworkStatusChange: () => {},
  offNetworkStatusChange: () => {},
  setNavigationBarColor: (options) => options?.success?.({}),
  setBackgroundColor: (options) => options?.success?.({}),
  pageScrollTo: (options) => options?.success?.({}),
};

/** A store that outlives a page, as the phone's does; jsdom forgets nothing between two of them. */
function memory() {
  const kept = new Map();
  return {
    getStorageSync: (key) => (kept.has(key) ? JSON.parse(kept.get(key)) : ''),
    setStorageSync: (key, value) => kept.set(key, JSON.stringify(value)),
    removeStorageSync: (key) => kept.delete(key),
  };
}

/** WeChat's pages are components: `Page(config)` becomes `Component(definition)`. Class names stay as written. */
function adaptPages() {
  const rawComponent = global.Component;
  global.Component = (definition) =>
    rawComponent({
      ...definition,
      behaviors: Array.isArray(definition.behaviors) ? definition.behaviors : [],
      options: { ...(definition.options || {}), classPrefix: '' },
    });
  global.Page = (config) => {
    const methods = Object.fromEntries(Object.entries(config).filter(([, value]) => typeof value === 'function'));
    global.Component({ data: config.data, methods });
  };
}

/** jsdom has browser globals that WeChat's JavaScript does not. */
function forgetBrowser() {
  const browserOnly = ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'TextEncoder', 'TextDecoder'];
  for (const name of browserOnly) delete global[name];
}

function selectorQuery() {
  const rect = { left: 0, top: 0, right: 390, bottom: 44, width: 390, height: 44, id: '', dataset: {} };
  return () => {
    const waiting = [];
    const selected = {};
    const query = {
      in: () => query,
      select: () => selected,
      selectAll: () => selected,
      selectViewport: () => selected,
      exec: (tell) =>
        setTimeout(() => {
          for (const listener of waiting) listener?.(rect);
          tell?.(waiting.map(() => rect));
        }, 0),
    };
    for (const method of ['boundingClientRect', 'scrollOffset', 'fields', 'node', 'context']) {
      selected[method] = (...given) => {
        waiting.push(given.find((value) => typeof value === 'function'));
        return query;
      };
    }
    return query;
  };
}

/** What the templates of a component have for each of its nodes, by `data-sid`: the first one where there are two. */
function attributesBySid(root) {
  const bySid = new Map();
  const walk = (part) => {
    const sid = part?.attrs?.find(({ name }) => name === 'data-sid')?.value;
    if (sid !== undefined && !bySid.has(sid)) bySid.set(sid, part.attrs);
    for (const child of part?.children ?? []) walk(child);
  };
  walk(root);
  return bySid;
}

/** Reads attributes of rendered nodes as their templates give them, in camel case: value, disabled, ariaLabel, … */
function attributesReader() {
  const known = new Map();
  return (node) => {
    const owner = node.__wxElement.ownerShadowRoot.getHostNode();
    const root = owner.__templateInstance ? owner.__templateInstance._vt : owner.shadowRoot._vt;
    if (!known.has(root)) known.set(root, attributesBySid(root));
    const found = known.get(root).get(node.dataset.sid);
    return found && Object.fromEntries(found.map(({ name, value }) => [name, value]));
  };
}

const TURN_MS = 10;

/** Counts what the logic sends to the view, and waits until it sends no more. */
function watchTraffic(simulate, instance, route) {
  const sent = [];
  const sentAtMs = [];
  const rawSetData = instance.setData;
  instance.setData = (data, done) => {
    sent.push(data);
    sentAtMs.push(performance.now());
    return rawSetData.call(instance, data, done);
  };
  /** Its own turns count and not the clock: a machine that is held up for as long is not a page that has come to rest. */
  const settle = async (needOne = false, quietMs = 40, mostMs = 5000) => {
    let quiet = 0;
    for (let waited = 0; waited < mostMs; waited += TURN_MS) {
      const before = sent.length;
      await simulate.sleep(TURN_MS);
      quiet = sent.length === before && !(needOne && before === 0) ? quiet + TURN_MS : 0;
      if (quiet >= quietMs) return;
    }
    throw new Error(`${route} did not settle`);
  };
  return { sent, sentAtMs, settle };
}

function createTaroApp(distDir, { wx: wxMocks = {}, launchQuery = {} } = {}) {
  const simulate = require('miniprogram-simulate');
  // the simulator's own copy: two of them would not know each other's components
  const exparser = require(
    require.resolve('miniprogram-exparser', { paths: [require.resolve('miniprogram-simulate')] }),
  );
  const cfg = JSON.parse(fs.readFileSync(path.join(distDir, 'app.json'), 'utf8'));
  let app;
  const pageStack = [];
  const ids = {};
  global.App = (config) => {
    app = config;
  };
  global.getApp = () => app;
  global.getCurrentPages = () => pageStack.slice();
  adaptPages();
  forgetBrowser();
  Object.assign(global.wx, plainWx, memory(), { createSelectorQuery: selectorQuery() }, wxMocks);

  require(path.join(distDir, 'app.js'));
  const launch = { path: cfg.pages[0], query: launchQuery, scene: 1001 };
  app.onLaunch?.(launch);
  app.onShow?.(launch);

  async function open(route, query = {}) {
    ids[route] = ids[route] || simulate.load(path.join(distDir, route), { compiler: 'official', rootPath: distDir });
    const component = simulate.render(ids[route]);
    const host = document.createElement('div');
    document.body.appendChild(host);
    const inst = component.instance;
    Object.assign(inst, { route, is: route, options: query });
    const { sent, sentAtMs, settle } = watchTraffic(simulate, inst, route);
    component.attach(host);
    pageStack.push(inst);
    inst.onLoad?.(query);
    inst.onShow?.();
    inst.onReady?.();
    await settle(true);

    const find = (target) => (typeof target === 'string' ? host.querySelector(target) : target);
    return {
      inst,
      view: host,
      sent,
      sentAtMs,
      settle,
      $: (selector) => host.querySelector(selector),
      $$: (selector) => Array.from(host.querySelectorAll(selector)),
      html: () => host.innerHTML,
      text: () => host.textContent,
      attrs: (target) => attributesReader()(find(target)),
      /** The tappable thing that a reader would name so: by its label or by the words in it. */
      named: (name) => {
        const attributesOf = attributesReader();
        return Array.from(host.querySelectorAll('.tappable')).find(
          (node) => attributesOf(node)?.ariaLabel === name || node.textContent.trim() === name,
        );
      },
      async fire(target, type, detail = {}) {
        const node = find(target);
        if (!node) throw new Error(`no node ${target}`);
        const event = exparser.Event.create(type, detail, { bubbles: true, composed: true, capturePhase: true });
        exparser.Event.dispatchEvent(node.__wxElement, event);
        await settle();
      },
      close() {
        inst.onHide?.();
        inst.onUnload?.();
        component.detach();
        host.remove();
        pageStack.pop();
      },
    };
  }
  return { app, cfg, pageStack, simulate, open };
}

module.exports = { createTaroApp };
