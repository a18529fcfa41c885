// Fails when `npm ci` would refuse the lock or fetch from a foreign place. `npm install` writes both kinds without a word:
// it leaves out a platform's package that its registry lacks, and notes the registry of the machine it ran on.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
const problems = Object.entries(packages).flatMap(([path, { resolved, optionalDependencies = {} }]) => [
  ...(/^https?:/.test(resolved ?? '') ? [`${path} is tied to ${resolved}`] : []),
  ...Object.keys(optionalDependencies)
    .filter((name) => !names.has(name))
    .map((name) => `${path || 'package.json'} names ${name}, which is not in the lock`),
]);
for (const problem of problems) console.error(`package-lock.json: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
