import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { functionsIn, scriptOf } from './built.mjs';

const DEPLOYMENT = 'cloudbaserc.json';
const RULES = 'config/function-rules.json';
/** What WeChat's tools read beside a function. */
const KEYS = ['permissions', 'triggers'];

const readJson = (folder, file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
const settingsOf = (folder, name) => path.join(path.dirname(scriptOf(folder, name)), 'config.json');

function readSettings(folder, name) {
  const file = settingsOf(folder, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Seconds, minutes, hours, days, months, days of the week, years: all seven are asked for, in Shanghai time. */
const FIELDS = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
  [1970, 2099],
];

const PART = /^(?:\*|\d+(?:-\d+)?)(?:\/[1-9]\d*)?$/;

function isCron(text) {
  const fields = `${text}`.split(' ');
  const fits = (part, [least, most]) => {
    const bounds = part.replace(/\/.*/, '').match(/\d+/g) ?? [];
    return PART.test(part) && bounds.every((number) => Number(number) >= least && Number(number) <= most);
  };
  const isField = (field, n) => field.split(',').every((part) => fits(part, FIELDS[n]));
  return fields.length === FIELDS.length && fields.every(isField);
}

/** The rules of WeChat's own page on timers, 定时触发器. */
function faultsOfTrigger(name, { name: trigger, type, config, ...more }) {
  return [
    ...(/^[a-zA-Z][\w-]{0,59}$/.test(trigger) ? [] : [`${name}: no timer may be called ${trigger}`]),
    ...(type === 'timer' ? [] : [`${name}: ${trigger} is a ${type}, and only timers are known`]),
    ...(isCron(config) ? [] : [`${name}: ${trigger} has ${config}, which is no time in seven fields`]),
    ...Object.keys(more).map((key) => `${name}: ${trigger} has ${key}, which is not known`),
  ];
}

function faultsOf(folder, name, wanted, closed) {
  const settings = readSettings(folder, name);
  const triggers = settings.triggers ?? [];
  const faults = Object.keys(settings)
    .filter((key) => !KEYS.includes(key))
    .map((key) => `${name}: config.json has ${key}, which is not known`);
  if (JSON.stringify(triggers) !== JSON.stringify(wanted))
    faults.push(`${name}: config.json and ${DEPLOYMENT} name different timers`);
  if (triggers.length > 1) faults.push(`${name}: ${triggers.length} timers, and one is taken`);
  if (triggers.length > 0 && !closed.includes(name)) faults.push(`${name}: has a timer, and clients may call it`);
  const script = readFileSync(scriptOf(folder, name), 'utf8');
  const unknown = triggers.filter(({ name: trigger }) => !script.includes(`"${trigger}"`));
  faults.push(...unknown.map(({ name: trigger }) => `${name}: its code does not know the timer ${trigger}`));
  return [...faults, ...triggers.flatMap((trigger) => faultsOfTrigger(name, trigger))];
}

/** Writes other settings beside `jobs`, and into the deployment's file what they say of timers. */
const change =
  (values, also = true) =>
  (folder) => {
    const settings = { ...readSettings(folder, 'jobs'), ...values };
    writeFileSync(settingsOf(folder, 'jobs'), JSON.stringify(settings));
    if (!also) return;
    const deployment = readJson(folder, DEPLOYMENT);
    for (const one of deployment.functions) if (one.name === 'jobs') one.triggers = settings.triggers;
    writeFileSync(path.join(folder, DEPLOYMENT), JSON.stringify(deployment));
  };
const timer = { name: 'every-five-minutes', type: 'timer', config: '0 */5 * * * * *' };

/** WeChat's developer tools read timers from the `config.json` beside a function, CloudBase's from `cloudbaserc.json`. */
export const timers = {
  name: 'timers',
  check(folder) {
    const { functions } = readJson(folder, DEPLOYMENT);
    const rules = readJson(folder, RULES);
    const closed = Object.keys(rules).filter((name) => rules[name].invoke === false);
    const wantedBy = new Map(functions.map(({ name, triggers = [] }) => [name, triggers]));
    const names = functionsIn(folder);
    const timed = names.filter((name) => readSettings(folder, name).triggers);
    return {
      faults: [
        ...names.flatMap((name) => faultsOf(folder, name, wantedBy.get(name) ?? [], closed)),
        ...(timed.length > 0 ? [] : ['no function has a timer']),
      ],
      said: timed.map((name) => `${name} ${readSettings(folder, name).triggers[0].config}`).join(', '),
    };
  },
  plants: [
    {
      what: 'jobs without a timer',
      plant: (folder) => rmSync(settingsOf(folder, 'jobs')),
      caught: /^jobs: config\.json and cloudbaserc\.json name different/,
    },
    {
      what: 'another time',
      plant: change({ triggers: [{ ...timer, config: '0 */9 * * * * *' }] }, false),
      caught: /^jobs: config\.json and cloudbaserc\.json name different/,
    },
    {
      what: 'a time of five fields',
      plant: change({ triggers: [{ ...timer, config: '*/5 * * * *' }] }),
      caught: /no time in seven fields/,
    },
    {
      what: 'an hour that no day has',
      plant: change({ triggers: [{ ...timer, config: '0 0 24 * * * *' }] }),
      caught: /no time in seven fields/,
    },
    {
      what: 'a timer that the code does not know',
      plant: change({ triggers: [{ ...timer, name: 'every-hour' }] }),
      caught: /does not know the timer every-hour/,
    },
    { what: 'two timers', plant: change({ triggers: [timer, { ...timer, name: 'again' }] }), caught: /one is taken/ },
    { what: 'a word of no meaning', plant: change({ timeout: 20 }), caught: /has timeout, which is not known/ },
    {
      what: 'a function that clients may call',
      plant: (folder) => writeFileSync(path.join(folder, RULES), '{"*":{"invoke":"auth != null"}}'),
      caught: /clients may call it/,
    },
  ],
};
