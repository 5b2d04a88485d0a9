import * as accounts from '@bloomvale/shared/operator/accounts-api';
import { CSRF_HEADER, OPERATOR_API, OPERATOR_API_BASE } from '@bloomvale/shared/operator/api';
import * as catalogue from '@bloomvale/shared/operator/catalogue-api';
import * as common from '@bloomvale/shared/operator/common';
import { type Endpoint, SCOPES } from '@bloomvale/shared/operator/endpoint';
import * as live from '@bloomvale/shared/operator/live-api';
import * as refusals from '@bloomvale/shared/operator/operator-refusals';
import * as roles from '@bloomvale/shared/operator/operator-roles';
import * as preview from '@bloomvale/shared/operator/preview-api';
import * as release from '@bloomvale/shared/operator/release-api';
import { z } from 'zod';
import { bodyLimit } from './endpoint-table.ts';
import { STATUS } from './statuses.ts';

export type JsonObject = { readonly [key: string]: unknown };
type Schemas = ReturnType<typeof z.registry<{ id: string }>>;

const COMPONENTS = '#/components/schemas/';
const MODULES: readonly object[] = [common, roles, refusals, accounts, catalogue, preview, release, live];

/** Which part of the console an endpoint belongs to, as its description groups them. */
const AREAS: readonly (readonly [name: string, part: object])[] = [
  ['Accounts', accounts.ACCOUNTS_API],
  ['Catalogue', catalogue.CATALOGUE_API],
  ['Preview', preview.PREVIEW_API],
  ['Release and audit', release.RELEASE_API],
  ['Live and moderation', live.LIVE_API],
];
export const areaOf = (name: string): string => AREAS.find(([, part]) => name in part)?.[0] ?? 'Other';

/** The whole API as an OpenAPI 3.1 document, made from the table that is mounted: the two cannot differ. */
export function openApi(): JsonObject {
  const schemas: Schemas = z.registry<{ id: string }>();
  nameShared(schemas);
  const endpoints: readonly [string, Endpoint][] = Object.entries(OPERATOR_API);
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const [name, endpoint] of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = operation(name, endpoint, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bloomvale: operator API',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: DESCRIPTION,
    },
    servers: [{ url: OPERATOR_API_BASE }],
    tags: AREAS.map(([area]) => ({ name: area })),
    security: [{ session: [], csrf: [] }, { token: [] }],
    paths,
    components: {
      schemas: componentsOf(schemas),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'bloomvale-operator.session_token' },
        csrf: { type: 'apiKey', in: 'header', name: CSRF_HEADER, description: 'The value 1; needed by every POST.' },
        token: { type: 'http', scheme: 'bearer', description: `Scopes: ${SCOPES.join(', ')}.` },
      },
    },
  };
}

const DESCRIPTION = [
  'Everything the console does. Instants are epoch milliseconds, coins are minor units (1 coin = 100), shares are 0 to 1.',
  `A person signs in and has a session by cookie; each of their POST requests carries the header \`${CSRF_HEADER}: 1\`.`,
  'A program sends `Authorization: Bearer` with an API token, which may do what its scopes say and never more than the role of its owner today.',
  'Every refusal is `{code, detail?}`; codes are stable.',
].join('\n\n');

/** Shapes with a name of their own (`DraftViewSchema`) are described once, under that name. */
function nameShared(schemas: Schemas): void {
  for (const [name, value] of MODULES.flatMap((one) => Object.entries(one))) {
    if (value instanceof z.ZodType && name.endsWith('Schema')) schemas.add(value, { id: name.slice(0, -6) });
  }
}

function reference(schema: z.ZodType, name: string, schemas: Schemas): JsonObject {
  const id = schemas.get(schema)?.id ?? name;
  if (!schemas.has(schema)) schemas.add(schema, { id });
  return { $ref: `${COMPONENTS}${id}` };
}

function operation(name: string, endpoint: Endpoint, schemas: Schemas): JsonObject {
  const { summary, access, scope, params, query, answer } = endpoint;
  const upper = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const open = access === 'anyone';
  return {
    operationId: name,
    tags: [areaOf(name)],
    summary,
    description: `Role: ${access}. Token scope: ${scope ?? 'none, a person only'}.`,
    'x-role': access,
    'x-scope': scope,
    security: open
      ? [{ csrf: [] }]
      : [
          { session: [], ...(endpoint.method === 'POST' ? { csrf: [] } : {}) },
          ...(scope === null ? [] : [{ token: [] }]),
        ],
    parameters: [...parametersOf('path', params), ...parametersOf('query', query)],
    ...requestBody(endpoint, `${upper}Body`, schemas),
    responses: {
      200: {
        description: 'Done',
        content:
          endpoint.gives === 'file'
            ? { 'application/octet-stream': {} }
            : { 'application/json': { schema: reference(answer, `${upper}Answer`, schemas) } },
      },
      default: {
        description: 'Refused',
        content: {
          'application/json': { schema: reference(refusals.OperatorRefusalSchema, 'OperatorRefusal', schemas) },
        },
      },
    },
  };
}

function requestBody(endpoint: Endpoint, name: string, schemas: Schemas): JsonObject {
  if (endpoint.method !== 'POST') return {};
  const content =
    endpoint.body === undefined
      ? { 'application/octet-stream': {} }
      : { 'application/json': { schema: reference(endpoint.body, name, schemas) } };
  return { requestBody: { required: true, description: `At most ${bodyLimit(endpoint)} bytes.`, content } };
}

function parametersOf(place: 'path' | 'query', schema: z.ZodType | undefined): JsonObject[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'output' }) as {
    properties?: Record<string, JsonObject>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }));
}

/** zod points to what several shapes share by an address that only zod knows; here everything lies beside everything. */
function componentsOf(schemas: Schemas): JsonObject {
  const made = z.toJSONSchema(schemas, { uri: (id) => `${COMPONENTS}${id}`, io: 'output' }).schemas;
  const text = JSON.stringify(made).replaceAll(`${COMPONENTS}__shared#/$defs/`, COMPONENTS);
  const { __shared: shared, ...named } = JSON.parse(text) as Record<string, JsonObject>;
  const all = { ...named, ...((shared?.$defs as JsonObject | undefined) ?? {}) } as Record<string, JsonObject>;
  return Object.fromEntries(
    Object.entries(all).map(([name, { $schema: _draft, $id: _id, ...schema }]) => [name, schema]),
  );
}

/** Codes with their status, for the readable page. */
export const refusalCodes = (): readonly (readonly [code: string, status: number])[] => Object.entries(STATUS);
