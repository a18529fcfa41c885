// What the page opens at a press, in one chunk: each chunk more makes those that every page starts with larger.
export { TextDialog } from '../../ui/text-dialog';
export { StaffForm } from './form/staff-form';
export { askedAdmin } from './asked-admin';
export { banQuestion } from './staff-questions';
