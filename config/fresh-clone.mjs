/** A fresh clone of what is committed, in a temporary folder that is always removed, and servers started in it. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './esbuild.mjs';

const started = new Set();

/** Clones HEAD; the folder and all that was started in it go when this process does. */
export function cloneFresh() {
  const home = mkdtempSync(path.join(tmpdir(), 'fresh-clone-'));
  const folder = path.join(home, 'project');
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, folder]);
  process.once('exit', () => {
    for (const child of started) signalGroup(child, 'SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  return folder;
}

export function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (fault) {
    if (fault.code !== 'ESRCH') throw fault;
  }
}

/** Starts a command as a process group of its own; `child.ended` settles with its exit code or signal. */
export function start(command, args, options) {
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options, detached: true });
  started.add(child);
  child.ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      started.delete(child);
      resolve(signal ?? code);
    });
  });
  return child;
}

export async function within(ms, promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Waits until the address answers 200, and gives the milliseconds it took; a server that ends first is a fault. */
export async function answers(url, server, ms) {
  const began = performance.now();
  let over = null;
  server.ended.then((code) => {
    over = code;
  });
  while (performance.now() - began < ms) {
    if (over !== null) throw new Error(`the server ended with ${over} before ${url} answered`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return Math.round(performance.now() - began);
    await pause(100);
  }
  throw new Error(`${url} did not answer within ${ms / 1000} s`);
}

/** Command lines of processes that work in the folder or name it (Linux; elsewhere none are seen). */
export function processesOf(folder) {
  const found = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      if (line.includes(folder) || readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)) found.push(`${pid} ${line}`);
    } catch {
      // it ended while we looked
    }
  }
  return found;
}
