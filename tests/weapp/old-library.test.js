/** @jest-environment jsdom */
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const { least } = require('../../src/app-library.json');

const DIST = path.join(__dirname, '../../dist/weapp');
const code = (file) => fs.readFileSync(path.join(DIST, file), 'utf8');
const [major, minor, patch] = least.split('.').map(Number);

/** A phone of that library: `app.js` runs there with nothing but what the library has, and asks for no other file unseen. */
function phoneWith(library, more = {}) {
  const phone = { loaded: [], said: [], app: undefined, updates: 0 };
  const wx = { showModal: (modal) => phone.said.push(modal), ...more };
  const sandbox = {
    wx,
    App: (app) => {
      phone.app = app;
    },
    require: (file) => phone.loaded.push(file),
  };
  if (library) wx.getSystemInfoSync = () => ({ SDKVersion: library });
  phone.run = (file) => vm.runInNewContext(code(file), sandbox);
  phone.run('app.js');
  return phone;
}

describe('on a base library older than the declared one', () => {
  it.each(['1.0.0', '1.9.98', '2.9.0', `${major}.${minor - 1}.99`, `${major}.${minor}.${patch - 1}`])(
    '%s: a sentence says what to do, and nothing else is loaded',
    (library) => {
      const { app, said, loaded } = phoneWith(library);
      app.onShow();
      expect(said).toEqual([
        expect.objectContaining({ title: '微信版本太旧', confirmText: '知道了', showCancel: false }),
      ]);
      expect(said[0].content).toContain('请更新微信');
      expect(loaded).toEqual([]);
    },
  );

  it('opens the update where WeChat can', () => {
    const updateWeChatApp = jest.fn();
    const { app, said } = phoneWith('2.12.0', { updateWeChatApp });
    app.onShow();
    expect(said[0].confirmText).toBe('更新微信');
    said[0].success({ confirm: true });
    expect(updateWeChatApp).toHaveBeenCalledTimes(1);
  });

  it('says it again to whoever comes back without having updated', () => {
    const { app, said } = phoneWith('2.0.0');
    app.onShow();
    app.onShow();
    expect(said).toHaveLength(2);
  });

  it('lets no page throw, though nothing is there to draw it', () => {
    const phone = phoneWith('2.0.0');
    for (const page of JSON.parse(code('app.json')).pages) expect(() => phone.run(`${page}.js`)).not.toThrow();
    expect(() => phone.run('custom-tab-bar/index.js')).not.toThrow();
    expect(phone.loaded).toEqual([]);
  });
});

describe('on the declared library, a newer one, and one that does not tell', () => {
  it.each([least, '2.100.0', '3.7.0', '10.0.0', undefined, 'dev'])('%s: the app is loaded', (library) => {
    const { app, said, loaded } = phoneWith(library);
    expect([app, said]).toEqual([undefined, []]);
    expect(loaded).toContain('./taro');
  });

  it('it is asked as WeChat wants to be asked since 2.20.1', () => {
    const getSystemInfoSync = jest.fn();
    const { loaded } = phoneWith(undefined, { getAppBaseInfo: () => ({ SDKVersion: '3.7.0' }), getSystemInfoSync });
    expect(loaded).toContain('./taro');
    expect(getSystemInfoSync).not.toHaveBeenCalled();
  });
});
