import { View } from '@tarojs/components';
import { useState } from 'react';
import { HOURS_MAX, MOBILE_DIGITS, SENTENCE_MAX, UNIT_NAME_MAX } from '../../../cloudfunctions/values/limits';
import { levelBelow, UNIT_CODE_MAX } from '../../../cloudfunctions/values/units';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { PickOne } from '../../components/pick-one';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import type { Unit } from '../units/use-units';
import {
  type Adding,
  kindsOf,
  nothingYet,
  PROVIDER_KINDS,
  parentsFor,
  problemOf,
  STAGES,
  toProvider,
  toSociety,
  toUnit,
} from './adding';
import { BELOW_WORDS, byId, nextCode, placeName, whereabouts } from './places';
import type { Position } from './positions';

const SETTINGS = [
  { key: 'urban' as const, word: '城镇' },
  { key: 'rural' as const, word: '农村' },
];

interface Props {
  position: Position;
  units: readonly Unit[];
  onDone: (title: string) => void;
}
interface Fields {
  adding: Adding;
  change: (more: Partial<Adding>) => void;
}

function useAdding({ position, units, onDone }: Props) {
  const kinds = kindsOf(position);
  const fresh = (kind: Adding['kind']): Adding => {
    const [only, ...others] = parentsFor(kind, position, units);
    return others.length === 0 && only ? placed(nothingYet(kind), only) : nothingYet(kind);
  };
  const placed = (adding: Adding, parent: Unit): Adding => ({
    ...adding,
    parentId: parent.unitId,
    code: adding.kind === 'unit' ? nextCode(parent, units) : '',
  });
  const [adding, set] = useState<Adding>(() => fresh('unit'));
  const unit = useWrite('organisation.createUnit');
  const society = useWrite('organisation.createSociety');
  const provider = useWrite('organisation.createProvider');
  const writing = { unit, society, provider }[adding.kind];
  const add = async () => {
    const asked = toProvider(adding);
    const sending = {
      unit: () => unit.run(toUnit(adding)),
      society: () => society.run(toSociety(adding)),
      provider: async () => asked && provider.run(asked),
    };
    if (await sending[adding.kind]()) onDone(`“${adding.name.trim()}”添好了`);
  };
  const choose = (parentId: string | undefined) => {
    const parent = units.find((one) => one.unitId === parentId);
    const { parentId: _parent, ...rest } = adding;
    set(parent ? placed(adding, parent) : rest);
  };
  const parent = units.find(({ unitId }) => unitId === adding.parentId);
  return {
    ...{ kinds, adding, parent, choose, add, busy: writing.busy, refusal: writing.refusal },
    change: (more: Partial<Adding>) => set({ ...adding, ...more }),
    turnTo: (kind: Adding['kind']) => set(fresh(kind)),
    parents: parentsFor(adding.kind, position, units),
  };
}

/** One of a few, with its label in sight as a field has it. */
function Chips<Key extends string>({ words, items, chosen, onChoose }: ChipsProps<Key>) {
  return (
    <View>
      <View className="t-sub">{words}</View>
      <Segments wrap label={words} items={items} chosen={chosen ?? ('' as Key)} onChoose={onChoose} />
    </View>
  );
}
interface ChipsProps<Key extends string> {
  words: string;
  items: readonly { key: Key; word: string }[];
  chosen: Key | undefined;
  onChoose: (key: Key) => void;
}

function OfUnit({ adding, change, level }: Fields & { level: string | undefined }) {
  return (
    <>
      {level === 'community' && (
        <Chips
          words="城镇还是农村"
          items={SETTINGS}
          chosen={adding.setting}
          onChoose={(setting) => change({ setting })}
        />
      )}
      <View className="team-fields">
        <Field
          label="代码"
          hint="已经按顺序排好，一般不用改"
          value={adding.code}
          onInput={(code) => change({ code })}
          maxLength={UNIT_CODE_MAX}
        />
        <Field
          label="办公电话"
          kind="tel"
          hint="没有就空着"
          value={adding.phone}
          onInput={(phone) => change({ phone: phone.trim() })}
          maxLength={20}
        />
      </View>
    </>
  );
}

function OfProvider({ adding, change }: Fields) {
  return (
    <>
      <Chips
        words="他做什么"
        items={PROVIDER_KINDS}
        chosen={adding.providerKind}
        onChoose={(providerKind) => change({ providerKind })}
      />
      <Field
        label="在什么地方"
        example="例如：浏河路 18 号"
        value={adding.place}
        onInput={(place) => change({ place })}
        maxLength={SENTENCE_MAX}
      />
      <Field
        label="什么时候开门"
        hint="可以不填"
        example="周一到周五 8:00–17:00"
        value={adding.hours}
        onInput={(hours) => change({ hours })}
        maxLength={HOURS_MAX}
      />
      <Field
        label="手机号"
        kind="tel"
        hint="没有就空着"
        value={adding.phone}
        onInput={(phone) => change({ phone: phone.trim() })}
        maxLength={MOBILE_DIGITS}
      />
    </>
  );
}

function Details({ adding, change, level }: Fields & { level: string | undefined }) {
  if (adding.kind === 'unit') return <OfUnit adding={adding} change={change} level={level} />;
  if (adding.kind === 'provider') return <OfProvider adding={adding} change={change} />;
  return <Segments label="到哪一步了" items={STAGES} chosen={adding.stage} onChoose={(stage) => change({ stage })} />;
}

/** 添机构: a unit below another, a society, a provider. */
export function Add(props: Props) {
  const { units } = props;
  const { kinds, adding, parent, parents, choose, change, turnTo, add, busy, refusal } = useAdding(props);
  const above = adding.kind === 'unit' ? parent?.level : undefined;
  const below = (above && levelBelow(above)) ?? undefined;
  const named = byId(units);
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        添机构
      </Heading>
      {kinds.length > 1 && <Segments wrap label="添什么" items={kinds} chosen={adding.kind} onChoose={turnTo} />}
      {parents.length > 1 && (
        <View>
          <SectionHeader title={adding.kind === 'unit' ? '添在哪里下面' : '在哪里'} />
          <PickOne
            label="地方"
            none="还没有合适的地方。"
            options={parents.map((one) => {
              const where = whereabouts(one, named, units[0]?.unitId);
              const adds = adding.kind === 'unit' ? `下面添${BELOW_WORDS[one.level]}` : '';
              const note = [where, adds].filter(Boolean).join(' · ');
              return { id: one.unitId, words: placeName(one.unitId, named), ...(note && { note }) };
            })}
            chosen={adding.parentId}
            onChoose={choose}
          />
        </View>
      )}
      {parent && (
        <>
          <Field
            label={above ? `${BELOW_WORDS[above]}的名称` : '名称'}
            value={adding.name}
            onInput={(name) => change({ name })}
            maxLength={UNIT_NAME_MAX}
          />
          <Details adding={adding} change={change} level={below} />
        </>
      )}
      <RefusalAlert refusal={refusal} onRetry={() => void add()} />
      <Button kind="primary" wide busy={busy} blocked={problemOf(adding, below)} onTap={() => void add()}>
        {parent && adding.name.trim() ? `添上${adding.name.trim()}` : '添上'}
      </Button>
    </Card>
  );
}
