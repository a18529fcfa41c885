// What is opened from the toolbar and for a selection, in one chunk: each chunk more makes those that every page starts with larger.
export { BulkDialog } from './bulk/bulk-dialog';
export { BulkRun } from './bulk/bulk-run';
export { ColumnsPanel } from './columns/columns-panel';
export { FiltersPanel } from './filters/filters-panel';
