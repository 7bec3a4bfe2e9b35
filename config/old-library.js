// biome-ignore-all lint/suspicious/noVar: it runs on libraries that may know nothing newer than ES5, and nothing lowers it
/**
 * What stands at the head of the built `app.js`: on a base library older than the declared one nothing else of the app is loaded,
 * and a sentence tells what to do. It must run on any library there ever was. JavaScript, because Taro loads it untranspiled.
 */
const { BannerPlugin } = require('webpack');
const { least } = require('../src/app-library.json');

/** True when it has taken over. */
function standIn(least, wx, App) {
  function version() {
    try {
      return (wx.getAppBaseInfo ? wx.getAppBaseInfo() : wx.getSystemInfoSync()).SDKVersion;
    } catch (_) {
      return undefined;
    }
  }
  function isOlder(had, wanted) {
    var n = 0;
    for (; n < wanted.length; n++) if (+had[n] !== +wanted[n]) return +had[n] < +wanted[n];
    return false;
  }
  function tell() {
    wx.showModal({
      title: '微信版本太旧',
      content: '请更新微信：在手机的应用商店里找到微信，点“更新”，再打开行为银行。你的积分都好好的，不会丢。',
      showCancel: false,
      confirmText: wx.updateWeChatApp ? '更新微信' : '知道了',
      success() {
        if (wx.updateWeChatApp) wx.updateWeChatApp();
      },
    });
  }
  var had = version();
  if (!had || !isOlder(String(had).split('.'), least.split('.'))) return false;
  App({ onShow: tell });
  return true;
}

const around = (banner, footer) => new BannerPlugin({ raw: true, include: /^app\.js$/, banner, footer });

module.exports = {
  head: around(`if (!(${standIn})(${JSON.stringify(least)}, wx, App)) {`, false),
  foot: around('}', true),
};
