import type { ParamMap } from '@angular/router';
import * as v from 'valibot';

type Schemas = Readonly<Record<string, v.GenericSchema<string, unknown>>>;

/** What an address says, by its parameters' names. */
export interface AddressParams<TSchemas extends Schemas> {
  readonly values: { readonly [TName in keyof TSchemas]?: v.InferOutput<TSchemas[TName]> };
  /** Those that make no sense, as `name=value`: to leave one out would show more, or something else, than the link asks for. */
  readonly misread: readonly string[];
}

/** Reads parameters of an address, none dropped in silence: each is absent, understood or {@link AddressParams.misread}. */
export function readAddress<TSchemas extends Schemas>(params: ParamMap, schemas: TSchemas): AddressParams<TSchemas> {
  const values: Record<string, unknown> = {};
  const misread: string[] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const texts = params.getAll(name);
    const [text] = texts;
    if (text === undefined) continue;
    const result = v.safeParse(schema, text);
    if (result.success && texts.length === 1) values[name] = result.output;
    else misread.push(...texts.map((value) => `${name}=${value}`));
  }
  return { values, misread };
}

/** @returns query parameters that take what was misread out of an address. */
export function withoutMisread({ misread }: Pick<AddressParams<Schemas>, 'misread'>): Record<string, null> {
  return Object.fromEntries(misread.map((part) => [part.split('=', 1)[0] ?? '', null]));
}
