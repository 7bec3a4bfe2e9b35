import { View } from '@tarojs/components';
import { useState } from 'react';
import { UNIT_NAME_MAX } from '../../../cloudfunctions/values/limits';
import { levelBelow } from '../../../cloudfunctions/values/units';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceError, type Said } from '../../components/choice-error';
import { Field } from '../../components/field';
import { useForm } from '../../components/form/use-form';
import { Heading } from '../../components/heading';
import { PickOne } from '../../components/pick-one';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import type { Unit } from '../units/use-units';
import {
  type Adding,
  type Kind,
  kindsOf,
  nothingYet,
  parentsFor,
  problemsIn,
  toProvider,
  toSociety,
  toUnit,
} from './adding';
import { Details } from './details';
import { BELOW_WORDS, byId, nextCode, placeName, whereabouts } from './places';
import type { Position } from './positions';

interface Props {
  position: Position;
  units: readonly Unit[];
  onDone: (title: string) => void;
}
interface OneProps extends Props {
  kind: Kind;
}

function useAdding({ kind, position, units, onDone }: OneProps) {
  const parents = parentsFor(kind, position, units);
  const placed = (parent: Unit | undefined) => ({
    parentId: parent?.unitId,
    code: parent && kind === 'unit' ? nextCode(parent, units) : '',
  });
  const parentOf = (id: string | undefined) => units.find(({ unitId }) => unitId === id);
  const aboveOf = ({ parentId }: Adding) => (kind === 'unit' ? parentOf(parentId)?.level : undefined);
  const belowOf = (adding: Adding) => {
    const above = aboveOf(adding);
    return (above && levelBelow(above)) ?? undefined;
  };
  const unit = useWrite('organisation.createUnit');
  const society = useWrite('organisation.createSociety');
  const provider = useWrite('organisation.createProvider');
  const form = useForm<Adding, object>({
    begin: { ...nothingYet(kind), ...(parents.length === 1 && placed(parents[0])) },
    problemsIn: (adding) => problemsIn(adding, belowOf(adding)),
    writing: { unit, society, provider }[kind],
    send: async (adding) => {
      if (kind === 'unit') return unit.run(toUnit(adding));
      if (kind === 'society') return society.run(toSociety(adding));
      const asked = toProvider(adding);
      return asked && provider.run(asked);
    },
    onDone: (_, { name }) => onDone(`“${name.trim()}”添好了`),
  });
  return {
    ...{
      form,
      parents,
      parent: parentOf(form.values.parentId),
      above: aboveOf(form.values),
      below: belowOf(form.values),
    },
    choose: (parentId: string | undefined) => form.change(placed(parentOf(parentId))),
  };
}

function Parents({ kind, parents, units, chosen, onChoose, said }: ParentsProps) {
  const named = byId(units);
  return (
    <View>
      <SectionHeader title={kind === 'unit' ? '添在哪里下面' : '在哪里'} />
      <ChoiceError {...said} />
      <PickOne
        label="地方"
        none="还没有合适的地方。"
        options={parents.map((one) => {
          const where = whereabouts(one, named, units[0]?.unitId);
          const adds = kind === 'unit' ? `下面添${BELOW_WORDS[one.level]}` : '';
          const note = [where, adds].filter(Boolean).join(' · ');
          return { id: one.unitId, words: placeName(one.unitId, named), ...(note && { note }) };
        })}
        chosen={chosen}
        onChoose={onChoose}
      />
    </View>
  );
}
interface ParentsProps extends Pick<OneProps, 'kind' | 'units'> {
  parents: readonly Unit[];
  chosen: string | undefined;
  onChoose: (unitId: string | undefined) => void;
  said: Said;
}

function AddOne(props: OneProps) {
  const { kind, units } = props;
  const { form, parent, parents, above, below, choose } = useAdding(props);
  const { name, parentId } = form.values;
  return (
    <>
      {parents.length > 1 && (
        <Parents
          kind={kind}
          units={units}
          parents={parents}
          chosen={parentId}
          onChoose={choose}
          said={form.choice('parentId')}
        />
      )}
      {parent && (
        <>
          <Field
            {...form.field('name')}
            label={above ? `${BELOW_WORDS[above]}的名称` : '名称'}
            maxLength={UNIT_NAME_MAX}
          />
          <Details form={form} level={below} />
        </>
      )}
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        {parent && name.trim() ? `添上${name.trim()}` : '添上'}
      </Button>
    </>
  );
}

/** 添机构: a unit below another, a society, a provider. */
export function Add(props: Props) {
  const kinds = kindsOf(props.position);
  const [kind, turnTo] = useState<Kind>('unit');
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        添机构
      </Heading>
      {kinds.length > 1 && <Segments wrap label="添什么" items={kinds} chosen={kind} onChoose={turnTo} />}
      <AddOne key={kind} kind={kind} {...props} />
    </Card>
  );
}
