const targets = require('./config/web/floor.json');

const isWeb = process.env.TARO_ENV === 'h5';

module.exports = {
  // The web's floor is phones of spring 2019. Lower than that every page carries half as much code again (generators for async
  // functions, stand-ins for what the engine has), and that is what a poor phone waits for. WeChat's floor is another matter.
  ...(isWeb && { targets }),
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, ...(isWeb && { targets }) }],
  ],
};
