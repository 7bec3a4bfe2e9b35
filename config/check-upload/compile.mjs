/**
 * What WeChat's own upload tool makes of a project, without sending it anywhere: run in a process of its own, which the
 * tool never ends by itself. `node compile.mjs <where the tool is> <project>`; the last line it prints is the answer.
 */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [tool, projectPath] = process.argv.slice(2);
const ci = createRequire(path.join(tool, 'package.json'))('miniprogram-ci');

/** The tool wants a key to sign with; nothing is signed. */
function makeKey(folder) {
  const encoding = { type: 'pkcs1', format: 'pem' };
  const options = { modulusLength: 2048, privateKeyEncoding: encoding, publicKeyEncoding: encoding };
  const file = path.join(folder, 'key.pem');
  writeFileSync(file, generateKeyPairSync('rsa', options).privateKey);
  return file;
}

async function compile() {
  const folder = mkdtempSync(path.join(projectPath, '.upload-'));
  const { setting } = JSON.parse(readFileSync(path.join(projectPath, 'project.config.json'), 'utf8'));
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath,
    privateKeyPath: makeKey(folder),
    ignores: ['node_modules/**/*'],
  });
  // otherwise WeChat is asked what this account may do
  project.attr = async () => ci.DefaultProjectAttr;
  const zip = path.join(folder, 'package.zip');
  await ci.getCompiledResult({ project, version: '0.1.0', desc: '', setting, onProgressUpdate: () => {} }, zip);
  const quality = await ci.checkCodeQuality(project, path.join(folder, 'quality.json'));
  return { bytes: statSync(zip).size, quality: quality.map(({ name, success, text }) => ({ name, success, text })) };
}

function end(answer) {
  process.stdout.write(`\n${JSON.stringify(answer)}`, () => process.exit(0));
}
compile().then(end, (fault) => end({ refused: String(fault?.message ?? fault) }));
