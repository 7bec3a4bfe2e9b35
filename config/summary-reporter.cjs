/**
 * Opens a run of jest with the seed that plays it again, and closes it with one plain line that any reader of logs can
 * find: "N passed, N failed[, N skipped]".
 */
module.exports = class SummaryReporter {
  onRunStart() {
    process.stdout.write(`SEED=${process.env.TEST_SEED} plays this run again\n`);
  }

  onRunComplete(_contexts, results) {
    const broken = results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    // a file that could not even start counts as a failure, or its silence would look like success
    process.stdout.write(`\n${results.numPassedTests} passed, ${results.numFailedTests + broken} failed${tail}\n`);
  }
};
