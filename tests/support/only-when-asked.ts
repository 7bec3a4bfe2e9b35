/** Minutes of work: done where all tests run (CI), and where it is asked for by its own variable. */
export function onlyWhenAsked(variable: string, what: string): jest.It {
  if (process.env.CI || process.env[variable]) return it;
  console.warn(`SKIPPED: ${what} runs with CI or ${variable}=1`);
  return it.skip;
}
