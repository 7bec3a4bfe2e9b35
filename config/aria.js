const path = require('node:path');
const spoken = require('../src/app-aria.json');

/** Taro's plainest template of what can be tapped, `click-view`, is made of class and style alone. */
function speakWhereOnlyTapped(template) {
  const create = template.createMiniComponents.bind(template);
  template.createMiniComponents = (components) => {
    const made = create(components);
    const words = Object.entries(made.view).filter(([name]) => name in spoken.attributes);
    return { ...made, 'click-view': { ...made['click-view'], ...Object.fromEntries(words) } };
  };
}

/**
 * Taro's WeChat templates know no aria attributes, so a screen reader would hear nothing of what a view is for. Templates (here)
 * and runtime (`src/app-aria.ts`) are told one list, or the short names that Taro gives to attributes drift apart.
 * JavaScript, because Taro loads plugins without transpiling them.
 */
module.exports = function plugAria(context) {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      const patch = Object.fromEntries(spoken.components.map((name) => [name, spoken.attributes]));
      platform.template.mergeComponents(context, patch);
      speakWhereOnlyTapped(platform.template);
      platform.runtimePath = [platform.runtimePath ?? []].flat().concat(path.resolve(__dirname, '../src/app-aria.ts'));
    },
  });
};
