import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { ErrorDetail } from '#contract/errors';
import * as v from 'valibot';
import { ApiException } from './api-exception';

/** Checks bodies, queries and parameters by their `{ schema }`, and hands on what the schema made of them. */
export const validationPipe = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => {
    const details = issues.map((issue) => toDetail(issue as v.BaseIssue<unknown>));
    return new ApiException('VALIDATION_FAILED', details.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join('; '), {
      details,
    });
  },
});

/** The contract's own checks carry their code as message (`WORDS`, `E164`); of valibot's checks the type says it (`min_length`). */
function toDetail(issue: v.BaseIssue<unknown>): ErrorDetail {
  const field = v.getDotPath(issue) ?? '';
  if (issue.input === undefined) return { field, code: 'required', message: 'is missing' };
  const ours = /^[A-Z][A-Z\d_]+$/u.test(issue.message);
  return ours ? { field, code: issue.message.toLowerCase(), message: 'is not as it has to be' } : { field, code: issue.type, message: issue.message };
}
