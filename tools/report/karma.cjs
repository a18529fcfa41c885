const { writeCounts } = require('./counts.mjs');

/** Tells `npm test` how many specs ran in the browser; a browser that was lost or a bundle that broke is a failure. */
function CountsReporter() {
  this.adapters = [];
  const failures = [];
  this.onSpecComplete = (_browser, { success, skipped, suite, description, log }) => {
    if (!success && !skipped) failures.push([[...suite, description].join(' '), ...log].join('\n'));
  };
  this.onRunComplete = (_browsers, { success = 0, failed = 0, skipped = 0, error, disconnected }) =>
    writeCounts({ passed: success, failed: failed + (error || disconnected ? 1 : 0), skipped, failures });
}

module.exports = { 'reporter:counts': ['type', CountsReporter] };
