// The OpenAPI 3.1 document of the API, generated from its operations and the schemas that client and server share.
import * as z from 'zod/mini';
import { OPERATIONS, type Operation, type Parameter, SCHEMAS } from './operations.ts';
import { PROBLEMS } from './problem.ts';

type Json = Readonly<Record<string, unknown>>;

export type DocumentFacts = { readonly name: string; readonly needsToken: boolean };

export function createOpenApiDocument({ name, needsToken }: DocumentFacts): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: name,
      version: '1',
      description:
        'Who else covers a story, how the outlets are spread, who copied whom. No cookies, no accounts; neither the addresses ' +
        'of pages nor those of readers are stored.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '.' }],
    paths: Object.fromEntries(
      OPERATIONS.map((operation) => [operation.path, { [operation.method]: describe(operation, { needsToken }) }]),
    ),
    components: {
      schemas: describeSchemas(),
      securitySchemes: {
        readToken: { type: 'http', scheme: 'bearer', description: 'If the operator serves an institution only.' },
        articleToken: { type: 'http', scheme: 'bearer', description: 'For sending articles.' },
      },
    },
  };
}

function describe(operation: Operation, { needsToken }: { readonly needsToken: boolean }): Json {
  const { id, title, about, parameters, takes, answers, redirects, problems, token } = operation;
  const security =
    token === 'articles' ? [{ articleToken: [] }] : token === 'read' && needsToken ? [{ readToken: [] }] : [];
  return {
    operationId: id,
    summary: title,
    description: about,
    security,
    parameters: parameters.map(describeParameter),
    ...(takes === null ? {} : { requestBody: { required: true, content: { 'application/json': refTo(takes) } } }),
    responses: {
      [answers.status]: { description: 'The answer', content: { 'application/json': refTo(answers.schema) } },
      ...(operation.method === 'get' ? { 304: { description: 'The answer has not changed' } } : {}),
      ...(redirects ? { 308: { description: 'The story was merged; `Location` is the story it is part of now' } } : {}),
      ...describeProblems(problems),
    },
  };
}

const refTo = (schema: string): Json => ({ schema: { $ref: `#/components/schemas/${schema}` } });

function describeParameter({ name, in: place, about, schema, isRequired }: Parameter): Json {
  return { name, in: place, description: about, required: isRequired, schema };
}

/** Problems with the same status share an entry that lists their codes. */
function describeProblems(codes: Operation['problems']): Json {
  const statuses = new Set(codes.map((code) => PROBLEMS[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => {
      const ofStatus = codes.filter((code) => PROBLEMS[code].status === status);
      const description = ofStatus.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('. ');
      return [status, { description, content: { 'application/problem+json': refTo('Problem') } }];
    }),
  );
}

function describeSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $id, $schema, ...schema }]) => [id, schema]));
}
