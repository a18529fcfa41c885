// What is opened from the toolbar, in one chunk: each chunk more makes those that every page starts with larger.
export { ColumnsPanel } from './columns/columns-panel';
export { FiltersPanel } from './filters/filters-panel';
