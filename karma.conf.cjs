const { join } = require('node:path');
const { findChromium } = require('./tools/chromium.mjs');

process.env.CHROME_BIN ??= findChromium();

module.exports = (config) =>
  config.set({
    browserNoActivityTimeout: 120_000,
    frameworks: ['jasmine'],
    plugins: [require('karma-jasmine'), require('karma-chrome-launcher'), require('karma-coverage'), require('./tools/report/karma.cjs')],
    client: { jasmine: { random: true, failSpecWithNoExpectations: true, timeoutInterval: 20_000 } },
    coverageReporter: { dir: join(__dirname, 'coverage/client'), subdir: '.', reporters: [{ type: 'html' }, { type: 'lcovonly' }, { type: 'text-summary' }] },
    reporters: [process.stdout.isTTY ? 'progress' : 'dots', 'counts'],
    colors: process.stdout.isTTY === true,
    browsers: ['Headless'],
    customLaunchers: {
      Headless: { base: 'ChromeHeadless', flags: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'] },
    },
  });
