// Runs specs in Node, ours in TypeScript as they are:  node tools/jasmine.mjs CONFIG [FILE …]
import './ts.mjs';
import Jasmine from 'jasmine';
import { writeCounts } from './report/counts.mjs';

const [config, ...files] = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
const runner = new Jasmine();
await runner.loadConfigFile(config);
runner.showColors(process.stdout.isTTY === true);
runner.addReporter({
  specDone(result) {
    if (result.status === 'passed') counts.passed++;
    else if (result.status === 'failed') countFailed(result);
    else counts.skipped++;
  },
  suiteDone: countOutsideSpecs,
  jasmineDone(result) {
    countOutsideSpecs(result);
    writeCounts(counts);
  },
});
await runner.execute(files);

/** A failure in `beforeAll`, or in a file that does not load, belongs to no spec. */
function countOutsideSpecs(result) {
  if (result.failedExpectations.length > 0) countFailed(result);
}

function countFailed({ fullName = '', failedExpectations }) {
  counts.failed++;
  counts.failures.push([fullName, ...failedExpectations.map(({ message, stack }) => `${message}\n${stack ?? ''}`)].join('\n'));
}
