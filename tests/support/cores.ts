import { execFileSync } from 'node:child_process';

/**
 * Keeps a process, and what it starts from now on, on one core. A test and its database speak in turns: on two cores each
 * word wakes the other one up, which costs more than what is said. Where this can't be done, all runs as it comes.
 */
export function keepOnCore(pid: number, core: number): void {
  try {
    execFileSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' });
  } catch {
    // another system, or a machine that keeps its cores for others
  }
}
