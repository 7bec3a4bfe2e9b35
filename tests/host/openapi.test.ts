import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathOf } from '../../cloudfunctions/host/api';
import { describeApi } from '../../cloudfunctions/host/openapi/document';
import { rooms } from '../../cloudfunctions/host/rooms';

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

it.each(actions.map((action) => [action.name, action] as const))('says all of %s', (name, action) => {
  const operation = operationOf(name);
  expect(operation.summary).toBe(action.summary);
  expect(operation.description).toMatch(/^May be called by .+\. It (writes|changes nothing)/);
  const body = operation.requestBody.content['application/json'].schema;
  expect(body.required?.includes('requestId') ?? false).toBe(action.effect === 'write');
  expect(body.properties.input).toBeDefined();
  const codes = Object.values<{ content?: Record<string, { schema: { properties: { code?: { enum?: string[] } } } }> }>(
    operation.responses,
  ).flatMap((response) => response.content?.['application/json']?.schema.properties.code?.enum ?? []);
  for (const code of [...action.refusals, 'INVALID_INPUT', 'TOO_MANY']) expect(codes).toContain(code);
  expect(operation.responses['200'].content['application/json'].schema.properties.data).toBeDefined();
});

it('lets a stranger see that a cookie needs our own origin and what a fault means', () => {
  expect(document.info.description).toMatch(/same origin/);
  expect(document.info.description).toMatch(/not\* a definite answer/);
});
