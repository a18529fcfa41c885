import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ErrorBody } from '#contract/errors';
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';

export const DOCS_PATH = 'api/docs';

/** Describes the API from its routes and the contract's schemas, which are also what checks it. */
export function describeApi(application: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Moien Delivery')
    .setDescription('Errors have one body. `code` is stable; see contract/errors.ts. Events are described in contract/events.ts.')
    .setVersion('1')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .addGlobalResponse({ status: '4XX', description: 'Refused', schema: convert(ErrorBody, 'output') })
    .build();
  return SwaggerModule.createDocument(application, settings, {
    standardSchemaConverter: (schema, { schemaType }) => ({ schema: convert(schema as v.GenericSchema, schemaType) }),
  });
}

/** Serves the description at {@link DOCS_PATH}, and as JSON at `api/docs-json`. */
export function serveApiDocs(application: INestApplication): void {
  SwaggerModule.setup(DOCS_PATH, application, () => describeApi(application));
}

/** What JSON Schema has no words for (a transformation, a check in code) is left out. */
function convert(schema: v.GenericSchema, typeMode: 'input' | 'output'): object {
  return toJsonSchema(schema, { typeMode, errorMode: 'ignore', target: 'openapi-3.0' });
}
