import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AwardRefusal } from '../../cloudfunctions/award/contract';
import { statusOf } from '../../cloudfunctions/host/answer';
import { pathOf } from '../../cloudfunctions/host/api';
import { describeApi } from '../../cloudfunctions/host/openapi/document';
import { REFUSALS } from '../../cloudfunctions/host/refusals';
import { rooms } from '../../cloudfunctions/host/rooms';
import { Obstacle } from '../../cloudfunctions/reward/contract';

const document = JSON.parse(JSON.stringify(describeApi({ rooms, hasDemo: true, isProduction: false })));
const actions = rooms.flatMap((room) => room.actions.map(({ action }) => action));
const operationOf = (name: string) => document.paths[pathOf(name)].post;
const folder = mkdtempSync(path.join(tmpdir(), 'openapi-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The validator and its Ajv are ES modules, which run in a process of their own. */
function inNode(script: string, value: unknown): string {
  const file = path.join(folder, 'given.json');
  writeFileSync(file, JSON.stringify(value));
  return execFileSync(process.execPath, ['--input-type=module', '-e', script, file], { encoding: 'utf8' });
}

it('is a valid OpenAPI 3.1 document', () => {
  const script = `import { Validator } from '@seriousme/openapi-schema-validator';
    const validator = new Validator();
    const { valid, errors } = await validator.validate(process.argv[1]);
    console.log(JSON.stringify({ valid, version: validator.version, errors: errors?.slice?.(0, 5) ?? errors }));`;
  expect(JSON.parse(inNode(script, document))).toEqual({ valid: true, version: '3.1' });
});

it('holds only schemas that a strict JSON Schema 2020-12 compiler takes', () => {
  const schemas = actions.flatMap(({ name }) => {
    const { requestBody, responses } = operationOf(name);
    const contents = [requestBody, ...Object.values<{ content?: object }>(responses)].filter((part) => part.content);
    return contents.map((part) => part.content['application/json'].schema);
  });
  const script = `import { createRequire } from 'node:module';
    import { readFileSync } from 'node:fs';
    const require = createRequire(createRequire(process.cwd() + '/').resolve('@seriousme/openapi-schema-validator'));
    const ajv = new (require('ajv/dist/2020.js').default)({ strict: true, strictTuples: false, allowUnionTypes: true, allErrors: true });
    require('ajv-formats').default(ajv);
    const { schemas, components } = JSON.parse(readFileSync(process.argv[1], 'utf8'));
    ajv.addSchema({ $id: 'root', $defs: components.schemas });
    for (const schema of schemas)
      ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', 'root#/$defs/')));
    console.log(schemas.length);`;
  const compiled = inNode(script, { schemas, components: { schemas: document.components.schemas } });
  expect(Number(compiled)).toBe(schemas.length);
  expect(schemas.length).toBeGreaterThanOrEqual(actions.length * 2);
});

it('describes every action of every room, and nothing that is not there', () => {
  const described = Object.keys(document.paths).filter((name) => /^\/api\/(?!session)/.test(name));
  expect(described.sort()).toEqual(actions.map(({ name }) => pathOf(name)).sort());
  expect(actions.length).toBeGreaterThan(8);
});

interface Response {
  readonly description: string;
  readonly content: { readonly 'application/json': { readonly schema: Ref & { readonly oneOf?: readonly Ref[] } } };
}
interface Ref {
  readonly $ref?: string;
}

/** The refusals that stand under a status, each by the schema that tells of it. */
function codesUnder(status: string, { content, description }: Response): string[] {
  if (status === '200') return [];
  const { schema } = content['application/json'];
  return (schema.oneOf ?? [schema]).map(({ $ref = '' }) => {
    const code = $ref.slice('#/components/schemas/'.length);
    const told = document.components.schemas[code];
    expect(told.properties.code).toEqual({ const: code });
    expect(description).toContain(`${code}: ${told.description}`);
    expect(told.description).toMatch(/^[A-Z].{10,}\.$/);
    expect(statusOf(code)).toBe(Number(status));
    return code;
  });
}

it.each(actions.map((action) => [action.name, action] as const))('says all of %s', (name, action) => {
  const operation = operationOf(name);
  expect(operation.summary).toBe(action.summary);
  expect(operation.description).toMatch(/^May be called by .+\. It (writes|changes nothing)/);
  const body = operation.requestBody.content['application/json'].schema;
  expect(body.required?.includes('requestId') ?? false).toBe(action.effect === 'write');
  expect(body.properties.input).toBeDefined();
  const codes = Object.entries<Response>(operation.responses).flatMap(([status, response]) =>
    codesUnder(status, response),
  );
  const common = ['INVALID_INPUT', 'TOO_MANY', 'ORIGIN_NOT_ALLOWED', 'BODY_TOO_LARGE', 'FAULT'];
  for (const code of [...action.refusals, ...common]) expect(codes).toContain(code);
  expect(operation.responses['200'].content['application/json'].schema.properties.data).toBeDefined();
});

it('has a sentence for every code that may come, also within an answer, and none for what nobody says', () => {
  const ofPaths = Object.entries<Record<string, { responses: Record<string, Response> }>>(document.paths)
    .filter(([path]) => path.startsWith('/api/')) // health has no codes
    .flatMap(([, path]) => Object.values(path))
    .flatMap(({ responses }) => Object.entries(responses).filter(([status]) => Number(status) >= 400))
    .flatMap(([status, response]) => codesUnder(status, response));
  const ofNoPath = ['PATH_NOT_FOUND', 'METHOD_NOT_ALLOWED'];
  const may = new Set([...ofPaths, ...ofNoPath, ...AwardRefusal.options, ...Obstacle.options]);
  expect([...may].sort()).toEqual(Object.keys(REFUSALS).sort());
  for (const code of may) expect(document.components.schemas[code].properties.code).toEqual({ const: code });
});

/** Names that say by themselves what stands under them. */
const PLAIN = [
  /(Id|Ids|AtMs|Name|Title|Min|Max|Phone|Kind)$|^is[A-Z]/,
  /^(id|kind|name|title|address|phone|category|points|sex|bornOn|tags|level|place|month|count|people|choice|number)$/,
  /^(role|state|version|agreed|shown|revoked|deedDate|seq|side|source|reason|available|row|unchangedPeople)$/,
];

interface Field {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly items?: Field;
  readonly anyOf?: readonly Field[];
  readonly oneOf?: readonly Field[];
  readonly const?: unknown;
}

/** The paths of fields that have no word of explanation, and whose names are no explanation either. */
function unexplained(field: Field, path: string): string[] {
  const { properties = {}, items, anyOf = [], oneOf = [] } = field;
  const below = [...(items ? [items] : []), ...anyOf, ...oneOf].flatMap((one) => unexplained(one, path));
  const own = Object.entries(properties).flatMap(([name, one]) => [
    ...(PLAIN.some((plain) => plain.test(name)) || isExplained(one) ? [] : [`${path}.${name}`]),
    ...unexplained(one, `${path}.${name}`),
  ]);
  return [...new Set([...below, ...own])];
}

const isExplained = ({ description, const: one, anyOf = [], oneOf = [], items, properties }: Field): boolean =>
  description !== undefined ||
  one !== undefined ||
  [...anyOf, ...oneOf].some(isExplained) ||
  Boolean(items ?? properties);

it('explains every field whose name does not', () => {
  const left = actions.flatMap(({ name }) => {
    const { requestBody, responses } = operationOf(name);
    const schemas = [requestBody, responses['200']].map((part) => part.content['application/json'].schema.properties);
    return schemas.flatMap(({ input, data }) => unexplained(input ?? data, name));
  });
  expect(left).toEqual([]);
});

it('lets a stranger see that a cookie needs our own origin and what a fault means', () => {
  expect(document.info.description).toMatch(/same origin/);
  expect(document.info.description).toMatch(/not\* a definite answer/);
});
