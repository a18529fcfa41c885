import { Param, type PipeTransform } from '@nestjs/common';
import { Id } from '#contract/primitives';
import * as v from 'valibot';
import { ApiException } from './api-exception';

const idPipe: PipeTransform<unknown, Id> = {
  transform: (value) => {
    const parsed = v.safeParse(Id, value);
    if (!parsed.success) throw new ApiException('NOT_FOUND', 'There is nothing of this id');
    return parsed.output;
  },
};

/** A route's `:id`. What is no uuid names nothing: 404, as for an unknown one. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, idPipe);
