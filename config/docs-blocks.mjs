/**
 * The command blocks of the documents, each with what the HTML comment on the line before it asks for:
 *   (none)                     run it; it must end well
 *   <!-- run: server URL -->   run it in the background until URL answers; it stays up for the rest of the file
 *   <!-- run: ci -->           .ci/run runs it: every line must stand there
 *   <!-- not run: reason -->   it cannot be run here, and the reason is printed
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './esbuild.mjs';

const runnable = ['sh', 'bash'];
/** Other names for the same thing would slip past the check. */
const alsoShell = ['shell', 'console', 'zsh', 'terminal'];

/** Files that git tracks or would track, without those it ignores. */
export function projectFiles() {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root });
  return list.toString().split('\0').filter(Boolean);
}

export function documents() {
  const written = projectFiles().filter((name) => /^docs\/.*\.md$/.test(name));
  return [...['README.md', 'ARCHITECTURE.md'].filter((name) => existsSync(path.join(root, name))), ...written.sort()];
}

/** @returns {{ file: string, line: number, how: string, reason: string, text: string }[]} */
export function blocksOf(file) {
  const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
  const blocks = [];
  let open = null;
  for (const [index, line] of lines.entries()) {
    if (open && /^\s*```\s*$/.test(line)) {
      if (open.language !== null) blocks.push(open);
      open = null;
    } else if (open) {
      open.text += `${line}\n`;
    } else if (/^\s*```/.test(line)) {
      open = { file, line: index + 1, text: '', ...askedFor(line, lines[index - 1] ?? '') };
    }
  }
  return blocks;
}

function askedFor(fence, before) {
  const language = fence.trim().slice(3).trim().split(/\s/)[0];
  if (alsoShell.includes(language)) return { language, how: 'misnamed', reason: `name it sh, not ${language}` };
  if (!runnable.includes(language)) return { language: null };
  const comment = /^\s*<!--\s*(run|not run):\s*(.*?)\s*-->\s*$/.exec(before);
  if (!comment) return { language, how: 'run', reason: '' };
  if (comment[1] === 'not run') return { language, how: 'not run', reason: comment[2] };
  const [how, ...rest] = comment[2].split(/\s+/);
  return { language, how, reason: rest.join(' ') };
}
