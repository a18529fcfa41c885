/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-standard-scss'],
  rules: {
    // Arabic mirrors the page: sides are start and end, never left and right. Sizes and scrolling mean the same in both directions.
    'property-layout-mappings': ['flow-relative', { ignoreProperties: [/^(min-|max-)?(width|height)$/, /^overflow-[xy]$/, /^overscroll-behavior-[xy]$/] }],
    'value-keyword-layout-mappings': 'flow-relative',
    'color-named': 'never',
    // Safari and Chromium on Android know it by that name only.
    'property-no-vendor-prefix': [true, { ignoreProperties: ['-webkit-text-size-adjust'] }],
  },
};
