/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-standard-scss'],
  rules: {
    // Arabic mirrors the page: sides are start and end, never left and right. Sizes and scrolling mean the same in both directions.
    'property-layout-mappings': ['flow-relative', { ignoreProperties: [/^(min-|max-)?(width|height)$/, /^overflow-[xy]$/, /^overscroll-behavior-[xy]$/] }],
    'value-keyword-layout-mappings': 'flow-relative',
    'color-named': 'never',
    // Hairlines apart, lengths and breakpoints follow the text size that the reader has set in the browser: pixels do not.
    'declaration-property-value-disallowed-list': [
      { '/./': [/(?<![\w.])(?:[4-9]|\d{2,})(?:\.\d+)?px/] },
      { message: 'Lengths of 4px and more are written in rem' },
    ],
    'media-feature-name-unit-allowed-list': { '/width|height/': ['rem'] },
    // Safari and Chromium on Android know it by that name only.
    'property-no-vendor-prefix': [true, { ignoreProperties: ['-webkit-text-size-adjust'] }],
  },
};
