/** Milliseconds of the processor since `processorMs()` was called: how long it took, whatever else the machine was doing. */
export function processorMs(): () => number {
  const before = process.cpuUsage();
  return () => process.cpuUsage(before).user / 1_000;
}
