/** What esbuild's text loader does in a build: an SQL file is imported as its text. */
module.exports = { process: (text) => ({ code: `module.exports = ${JSON.stringify(text)};` }) };
