import { readdirSync, readlinkSync } from 'node:fs';
import { readPostmaster } from '../../../cloudfunctions/database/embedded/postmaster';

/** A machine's crash takes all of them at once; the kernel, out of memory, takes one. */
export const WAYS_TO_DIE: readonly ((dir: string) => readonly number[])[] = [
  processesIn,
  (dir) => processesIn(dir).filter((pid) => pid === readPostmaster(dir)?.pid),
  (dir) => {
    const pids = processesIn(dir);
    return pids.slice(Math.floor(Math.random() * pids.length)).slice(0, 1);
  },
];

/** Every process of a server works in its data folder. */
function processesIn(dir: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && cwdOf(pid) === dir);
}
function cwdOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

/** How many were there to be killed: those without their postmaster may go by themselves meanwhile. */
export function kill(pids: readonly number[]): number {
  return pids.filter((pid) => {
    try {
      return process.kill(pid, 'SIGKILL');
    } catch {
      return false;
    }
  }).length;
}
