/** Since which base library WeChat has what a mini-program may use: from WeChat's own typings, and from its pages where those are silent. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const TYPINGS = fileURLToPath(import.meta.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts'));
/** A line of its own says it; within a plugin it may be another. */
const SAID = /^\s*(?:\/\*\*|\*)?\s*需要基础库： ?`(\d+\.\d+\.\d+)`/m;

/** By interface, its members with the library that they need (`since`) and the interfaces that they name. */
function readTypings() {
  const source = ts.createSourceFile('wx.d.ts', readFileSync(TYPINGS, 'utf8'), ts.ScriptTarget.Latest, true);
  const interfaces = new Map();
  const namesIn = (node, found = new Set()) => {
    if (ts.isTypeReferenceNode(node)) found.add(node.typeName.getText());
    ts.forEachChild(node, (child) => void namesIn(child, found));
    return found;
  };
  const walk = (node) => {
    if (ts.isInterfaceDeclaration(node)) {
      const members = node.members
        .filter((member) => member.name)
        .map((member) => {
          const since = SAID.exec(source.text.slice(member.pos, member.getStart()))?.[1];
          return [member.name.getText(), { since, names: namesIn(member) }];
        });
      interfaces.set(node.name.text, new Map([...(interfaces.get(node.name.text) ?? []), ...members]));
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return interfaces;
}

const interfaces = readTypings();

/** Calls of `wx`, with the library that each needs; undefined where the typings name none, as it was always there. */
export const CALLS = new Map([...interfaces.get('Wx')].map(([name, { since }]) => [name, since]));

/** Fields of what a call takes and gives that are newer than the call was at first: name and library. */
export function fieldsOf(call) {
  const seen = new Set();
  const reach = (name) => {
    if (seen.has(name) || !interfaces.has(name) || name === 'Wx') return;
    seen.add(name);
  };
  for (const name of interfaces.get('Wx').get(call)?.names ?? []) reach(name);
  return [...seen].flatMap((name) =>
    [...interfaces.get(name)].filter(([, { since }]) => since).map(([field, { since }]) => ({ field, since })),
  );
}

/** Properties of components as they are written in code, from the components' pages; older ones were always there. */
export const PROPERTIES = new Map(
  Object.entries({
    ariaRole: '2.7.1',
    ariaLabel: '2.7.1',
    enableFlex: '2.7.3',
    scrollAnchoring: '2.8.2',
    holdKeyboard: '2.8.2',
    refresherEnabled: '2.10.1',
    disableDefaultPadding: '2.10.0',
    alwaysEmbed: '2.10.4',
    enhanced: '2.12.0',
    showScrollbar: '2.12.0',
    pagingEnabled: '2.12.0',
    fastDeceleration: '2.12.0',
    userSelect: '2.12.1',
    adjustKeyboardTo: '2.16.1',
    safePasswordLength: '2.18.0',
    safePasswordSalt: '2.18.0',
    onChooseAvatar: '2.21.2',
    onNickNameReview: '2.24.1',
    enablePassive: '2.25.3',
    onAgreePrivacyAuthorization: '2.32.3',
    cursorColor: '3.1.0',
  }),
);

/** Keys of the JSON files, likewise. */
export const KEYS = new Map(
  Object.entries({
    usingComponents: '1.6.3',
    subPackages: '1.7.3',
    navigationStyle: '1.9.0',
    preloadRule: '2.3.0',
    custom: '2.5.0',
    styleIsolation: '2.10.1',
    darkmode: '2.11.0',
    lazyCodeLoading: '2.11.1',
  }),
);
