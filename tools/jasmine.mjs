// Runs specs in Node, ours in TypeScript as they are:  node tools/jasmine.mjs CONFIG [FILE …]
import './ts.mjs';
import Jasmine from 'jasmine';
import { writeCounts } from './report/counts.mjs';

const [config, ...files] = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0 };
const runner = new Jasmine();
await runner.loadConfigFile(config);
runner.showColors(process.stdout.isTTY === true);
runner.addReporter({
  specDone({ status }) {
    if (status === 'passed') counts.passed++;
    else if (status === 'failed') counts.failed++;
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
function countOutsideSpecs({ failedExpectations }) {
  if (failedExpectations.length > 0) counts.failed++;
}
