#!/usr/bin/env node
/**
 * 监督委员会签字 (村务监督委员会): signs a community's finished days a second time, with a key that never leaves this computer. Needs Node 20 or
 * newer and nothing else; nothing of it comes from the system that it looks at. Formats: docs/adr/0011-signed-from-outside.md.
 *
 *   node countersign.mjs key                          makes the key, once
 *   node countersign.mjs sign https://… <community>   looks at the days since the last time, and signs them
 *   node countersign.mjs sign                         the same again; with --no-send into the file alone
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';

const KEY = 'countersign.key'; // keep a copy elsewhere, and give it to nobody
const SETTINGS = 'countersign.json';
const SIGNED = 'countersigned.jsonl'; // grows only: each checkpoint as it was seen, and what was signed of it
const FIRST = '0'.repeat(64);
const AT_ONCE = 62;
const PAGE = 100;

class Stop extends Error {}
const stop = (words) => {
  throw new Stop(words);
};
const say = (words) => console.log(words);

const rawOf = (key) => key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const keyOf = (raw) =>
  createPublicKey({ key: Buffer.from(`302a300506032b6570032100${raw}`, 'hex'), format: 'der', type: 'spki' });
const byFours = (hex) => hex.slice(0, 16).match(/.{4}/g).join(' ');

function makeKey() {
  if (existsSync(KEY)) stop(`${KEY} 已经有了，不会再做一把。`);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(KEY, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  say(
    `钥匙做好了，在 ${KEY}：另外存一份，谁也不给。\n公钥（请社区管理员登记，登记以前念一念开头 ${byFours(rawOf(publicKey))}）：`,
  );
  say(rawOf(publicKey));
}

/** The text of a checkpoint, as its community's host signs it. */
function textOf({ unitId, day, leafCount, root, prevHash, late }) {
  const fields = [unitId, day, leafCount, root, prevHash];
  if (!late) return JSON.stringify(['behaviour-bank checkpoint v1', ...fields]);
  return JSON.stringify(['behaviour-bank checkpoint v2', ...fields, late.on, late.why, late.by]);
}

const ANSWERS = {
  COUNTERSIGNER_NOT_FOUND: '这把公钥还没有登记好，或者停用了：请社区管理员和第二个人登记',
  DAY_DIFFERS: '那边现在的校验码和你签的不一样：请告诉上级',
  UNIT_NOT_FOUND: '没有这个社区：请看看编号对不对',
};

async function ask(address, verb, body) {
  const answer = await fetch(`${address}/api/ledger/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  }).catch((error) => stop(`连不上 ${address}（${error.cause?.code ?? error.message}）。网络好了再来一次。`));
  const told = await answer.json().catch(() => stop(`${address} 回的话读不懂（${answer.status}）。`));
  return told.ok ? told.data : stop(`${address} 没有收：${ANSWERS[told.code] ?? told.code} ${told.detail?.day ?? ''}`);
}

/** What was being written when the computer went off is no line, and was not sent. */
function parsed(line) {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
const textKept = () => (existsSync(SIGNED) ? readFileSync(SIGNED, 'utf8') : '');
const readKept = () => textKept().split('\n').flatMap(parsed);
const addKept = (lines) => {
  const torn = textKept() === '' || textKept().endsWith('\n') ? '' : '\n';
  keep(SIGNED, torn + lines.map((line) => `${JSON.stringify(line)}\n`).join(''), 'a');
};
const keep = (file, text, flag) => {
  const handle = openSync(file, flag);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
};

/** Back from the newest day to the one that was seen last (null: to the first); oldest first. */
async function readSince({ address, unitId }, untilDay) {
  const found = [];
  let publicKey = '';
  for (let cursor; cursor !== null; ) {
    const page = await ask(address, 'checkpoints', { input: { unitId, limit: PAGE, ...(cursor && { cursor }) } });
    found.push(...page.checkpoints);
    publicKey = page.publicKey;
    cursor = found.at(-1)?.day > (untilDay ?? '') ? page.nextCursor : null;
  }
  return { publicKey, checkpoints: found.reverse() };
}

/** The newest day that was seen and stands there unchanged. Any later one that was seen has been changed, or is gone. */
function lastUnchanged(seen, checkpoints, isRestored) {
  const hashOf = new Map(checkpoints.map((one) => [one.day, one.hash]));
  const changed = seen.filter(({ day, hash }) => hashOf.get(day) !== hash).map(({ day }) => day);
  const isSaid = (day) => checkpoints.find((one) => one.day === day)?.late?.why === 'restored';
  if (changed.length > 0 && !(isRestored && changed.every(isSaid)))
    stop(`签过的这几天，现在不一样了：${changed.join('、')}。一天也没有签。\n请马上告诉上级，并留好 ${SIGNED}。`);
  return seen.filter(({ day }) => !changed.includes(day)).at(-1);
}

/** Each signed by the host's key, and hung on the one before. */
function check(checkpoints, from, { unitId, operatorKey }) {
  let [prevHash, day] = [from?.hash ?? FIRST, from?.day ?? ''];
  for (const one of checkpoints) {
    const text = textOf(one);
    const isSigned = verify(null, Buffer.from(text), keyOf(operatorKey), Buffer.from(one.signature, 'hex'));
    const isItself = one.unitId === unitId && one.hash === createHash('sha256').update(text).digest('hex');
    if (!isSigned || !isItself || one.prevHash !== prevHash || one.day <= day)
      stop(`${one.day} 和前一天接不上，或者不是那把公钥签的。一天也没有签。请马上告诉上级。`);
    [prevHash, day] = [one.hash, one.day];
  }
}

function countersign({ unitId, day, hash }, key) {
  const signedAtMs = Date.now();
  const text = JSON.stringify(['behaviour-bank countersignature v1', unitId, day, hash, signedAtMs]);
  const signature = sign(null, Buffer.from(text), key).toString('hex');
  return { unitId, publicKey: rawOf(createPublicKey(key)), day, hash, signedAtMs, signature };
}

const isOurs = (line) => 'signedAtMs' in line;
/** As it was seen last: a day that was signed anew stands there twice. */
const seenIn = (kept) =>
  [...new Map(kept.filter((line) => !isOurs(line)).map((one) => [one.day, one])).values()].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );

async function send(settings) {
  const waiting = readKept().filter(isOurs).slice(settings.sent);
  for (let at = 0; at < waiting.length; at += AT_ONCE) {
    const days = waiting.slice(at, at + AT_ONCE);
    const input = { publicKey: days[0].publicKey, days: days.map(({ unitId, publicKey, ...day }) => day) };
    await ask(settings.address, 'countersign', { input, requestId: randomUUID() });
    settings.sent += days.length;
    keep(SETTINGS, JSON.stringify(settings), 'w');
  }
  say(waiting.length > 0 ? `交上去了 ${waiting.length} 天。` : '没有要交的。');
}

function readSettings(address, unitId) {
  if (existsSync(SETTINGS)) return JSON.parse(readFileSync(SETTINGS, 'utf8'));
  if (!address || !unitId) stop('第一次要写明网址和社区编号：node countersign.mjs sign https://… <社区编号>');
  return { address: address.replace(/\/$/, ''), unitId, operatorKey: null, sent: 0 };
}

async function signDays([address, unitId], { restored: isRestored, 'no-send': isKeptOnly }) {
  if (!existsSync(KEY)) stop(`这里没有 ${KEY}：先 node countersign.mjs key`);
  const key = createPrivateKey(readFileSync(KEY));
  const settings = readSettings(address, unitId);
  const seen = seenIn(readKept());
  const { publicKey, checkpoints } = await readSince(settings, isRestored ? null : seen.at(-1)?.day);
  if (settings.operatorKey && settings.operatorKey !== publicKey) stop('那边换了公钥。一天也没有签。请告诉上级。');
  if (!settings.operatorKey) say(`那边的公钥，请和墙上贴的对一对：\n${publicKey}`);
  settings.operatorKey = publicKey;
  const within = seen.filter(({ day }) => isRestored || day === seen.at(-1)?.day);
  const last = lastUnchanged(within, checkpoints, isRestored);
  const fresh = checkpoints.filter(({ day }) => day > (last?.day ?? ''));
  check(fresh, last, settings);
  for (const { day, leafCount, hash } of fresh) say(`${day}  ${leafCount} 项  ${byFours(hash)}`);
  const lines = fresh.flatMap((one) => [countersign(one, key), one]);
  if (isRestored) settings.sent = readKept().filter(isOurs).length; // of days that are there no more
  addKept(lines);
  keep(SETTINGS, JSON.stringify(settings), 'w');
  say(fresh.length > 0 ? `和上一次接得上。签了 ${fresh.length} 天，在 ${SIGNED}。` : '没有新的一天。');
  if (!isKeptOnly) await send(settings);
}

const options = { restored: { type: 'boolean' }, 'no-send': { type: 'boolean' } };
const { positionals, values } = parseArgs({ options, allowPositionals: true });
const [command, ...rest] = positionals;
try {
  if (command === 'key') makeKey();
  else if (command === 'sign') await signDays(rest, values);
  else stop('node countersign.mjs key，或者 node countersign.mjs sign https://… <社区编号>');
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
