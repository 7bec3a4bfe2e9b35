const { readFileSync } = require('node:fs');

/** A workbook as base64, as the bundles carry it. */
module.exports = {
  process: (_text, file) => ({
    code: `module.exports = { __esModule: true, default: ${JSON.stringify(readFileSync(file).toString('base64'))} };`,
  }),
};
