import * as z from 'zod';
import type { Action } from '../../cloudfunctions/kit/action';
import { Cursor, Limit } from '../../cloudfunctions/kit/fields';
import { registry } from '../reliability/matrix/desk';

/** A part of a contract as JSON Schema has it. */
interface Node {
  readonly type?: string;
  readonly maxItems?: number;
  readonly maximum?: number;
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly prefixItems?: readonly Node[];
}
const nodeOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Node;

function inside(node: Node): [string, Node][] {
  const { properties = {}, additionalProperties, items, anyOf = [], oneOf = [], allOf = [], prefixItems = [] } = node;
  return [
    ...Object.entries(properties).map(([key, one]): [string, Node] => [`.${key}`, one]),
    ...(typeof additionalProperties === 'object' ? [['.*', additionalProperties] as [string, Node]] : []),
    ...(items ? [['[]', items] as [string, Node]] : []),
    ...[...anyOf, ...oneOf, ...allOf, ...prefixItems].map((one): [string, Node] => ['', one]),
  ];
}
/** Every list in it without a stated maximum, by its place. */
const openLists = (node: Node, at = ''): string[] => [
  ...(node.type === 'array' && node.maxItems === undefined ? [at] : []),
  ...inside(node).flatMap(([key, one]) => openLists(one, at + key)),
];

/** By pages: it goes on where a cursor says, and a page holds so many at most. */
const isPaged = (input: Node, output: Node) =>
  input.properties?.cursor !== undefined &&
  input.properties.limit?.maximum !== undefined &&
  output.properties?.nextCursor !== undefined;

/**
 * The lists of an answer that nothing bounds: all but those with a stated maximum and the one list that comes by pages.
 * WeChat's cloud gives an answer up beyond 6 MB, and a phone long before.
 */
function endless({ input, output }: Pick<Action, 'input' | 'output'>): string[] {
  const answer = nodeOf(output, 'output');
  const open = openLists(answer);
  const [page] = isPaged(nodeOf(input, 'input'), answer) ? open.filter((place) => /^\.\w+$/.test(place)) : [];
  return open.filter((place) => place !== page);
}

it.each(registry.map(({ action }) => [action.name, action] as const))(
  '%s answers with lists that end',
  (_name, action) => {
    expect(endless(action)).toEqual([]);
  },
);

describe('what must be caught', () => {
  const Id = z.uuid();
  const byPage = { cursor: Cursor.optional(), limit: Limit.default(20) };
  const nextCursor = Cursor.nullable();
  const found = (input: z.ZodType, output: z.ZodType) => endless({ input, output });

  it('is a list without an end', () => {
    expect(found(z.strictObject({}), z.strictObject({ people: z.array(Id) }))).toEqual(['.people']);
  });

  it('is one inside another thing, that may be missing, or in one of several forms', () => {
    const household = z.strictObject({ members: z.array(z.strictObject({ roles: z.array(z.string()) })).max(9) });
    expect(found(z.strictObject({}), z.strictObject({ household: household.nullable() }))).toEqual([
      '.household.members[].roles',
    ]);
    expect(found(z.strictObject({}), z.record(z.string(), z.array(Id)))).toEqual(['.*']);
  });

  it('is a second one beside that which comes by pages, and one in its rows', () => {
    const rows = z.array(z.strictObject({ steps: z.array(z.string()) }));
    expect(found(z.strictObject(byPage), z.strictObject({ rows, others: z.array(Id), nextCursor }))).toEqual([
      '.rows[].steps',
      '.others',
    ]);
  });

  it('is a page of any length, and one that never goes on', () => {
    const page = z.strictObject({ rows: z.array(Id), nextCursor });
    expect(found(z.strictObject({ cursor: Cursor.optional() }), page)).toEqual(['.rows']);
    expect(found(z.strictObject({ limit: Limit }), page)).toEqual(['.rows']);
    expect(found(z.strictObject(byPage), z.strictObject({ rows: z.array(Id) }))).toEqual(['.rows']);
    expect(found(z.strictObject(byPage), page)).toEqual([]);
  });
});
