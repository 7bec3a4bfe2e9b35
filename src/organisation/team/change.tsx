import { View } from '@tarojs/components';
import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { SENTENCE_MAX, UNIT_NAME_MAX } from '../../../cloudfunctions/values/limits';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceError, type Said } from '../../components/choice-error';
import { Field } from '../../components/field';
import { type Form, useForm } from '../../components/form/use-form';
import { Heading } from '../../components/heading';
import { PickOne } from '../../components/pick-one';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { clock } from '../../device/clock';
import { goTo } from '../../ways';
import { changedWords } from '../unit-changes/words';
import type { Unit } from '../units/use-units';
import { BECOMES, type Changing, changeable, mayChoose, problemsIn, targetsFor, WHATS, type What } from './changing';
import { ChooseHomes } from './choose-homes';
import { WillBe } from './foreseen';
import { byId, placeName, whereabouts } from './places';
import type { Position } from './positions';

interface Props {
  position: Position;
  units: readonly Unit[];
  onDone: (title: string) => void;
}

function useChanging({ what, units, onDone }: Props & { what: What }) {
  const rename = useWrite('organisation.renameUnit');
  const merge = useWrite('household.mergeUnits');
  const redraw = useWrite('household.redrawUnit');
  const nameOf = (id: string | undefined) => units.find(({ unitId }) => unitId === id)?.name ?? '';
  const told = ({ unitId, intoId, name }: Changing) =>
    changedWords(BECOMES[what], nameOf(unitId), what === 'rename' ? name.trim() : nameOf(intoId));
  return useForm<Changing, object>({
    begin: { what, name: '', fromOn: businessDate(clock()), because: '' },
    problemsIn,
    writing: { rename, merge, redraw }[what],
    send: async ({ unitId = '', intoId: intoUnitId = '', householdIds, name, fromOn, because }) => {
      const why = { unitId, fromOn, because: because.trim() };
      if (what === 'rename') return rename.run({ ...why, name: name.trim() });
      if (what === 'merge') return merge.run({ ...why, intoUnitId });
      return redraw.run({ ...why, intoUnitId, ...(householdIds && { householdIds: [...householdIds] }) });
    },
    onDone: (_, values) => onDone(told(values)),
    named: { intoUnitId: 'intoId' },
  });
}

interface WhichProps {
  title: string;
  none: string;
  among: readonly Unit[];
  units: readonly Unit[];
  chosen: string | undefined;
  onChoose: (unitId: string | undefined) => void;
  said: Said;
}
function Which({ title, none, among, units, chosen, onChoose, said }: WhichProps) {
  const all = byId(units);
  return (
    <View>
      <SectionHeader title={title} />
      <ChoiceError {...said} />
      <PickOne
        label={title}
        none={none}
        options={among.map((unit) => {
          const note = whereabouts(unit, all, units[0]?.unitId);
          return { id: unit.unitId, words: placeName(unit.unitId, all), ...(note && { note }) };
        })}
        {...{ chosen, onChoose }}
      />
    </View>
  );
}

/** Where to, which households, and what will come of it. */
function Going({ form, unit, units, position }: GoingProps) {
  const { what, intoId, householdIds } = form.values;
  const into = units.find(({ unitId }) => unitId === intoId);
  const isReady = into && householdIds?.length !== 0;
  return (
    <>
      {what === 'redraw' && mayChoose(position) && (
        <>
          <ChooseHomes
            unitId={unit.unitId}
            chosen={householdIds}
            onChoose={(ids) => form.change({ householdIds: ids })}
          />
          <ChoiceError {...form.choice('householdIds')} />
        </>
      )}
      <Which
        title={what === 'merge' ? '并到哪里' : '划到哪里'}
        none="附近没有能并过去的地方。"
        among={targetsFor(what, unit, units)}
        units={units}
        chosen={intoId}
        onChoose={(id) => form.change({ intoId: id })}
        said={form.choice('intoId')}
      />
      {isReady && (
        <WillBe kind={what === 'merge' ? 'merged' : 'redrawn'} unit={unit} into={into} householdIds={householdIds} />
      )}
    </>
  );
}
interface GoingProps extends Pick<Props, 'units' | 'position'> {
  form: Form<Changing>;
  unit: Unit;
}

const DONE_BY: Readonly<Record<What, string>> = { rename: '改名', merge: '并过去', redraw: '划过去' };

function ChangeOne(props: Props & { what: What }) {
  const { what, position, units } = props;
  const form = useChanging(props);
  const unit = units.find(({ unitId }) => unitId === form.values.unitId);
  return (
    <>
      <Which
        title={what === 'redraw' ? '从哪里划' : '哪一个'}
        none="下面还没有社区、网格和小组。"
        among={changeable(what, position, units)}
        units={units}
        chosen={form.values.unitId}
        onChoose={(unitId) => form.change({ unitId, intoId: undefined, householdIds: undefined })}
        said={form.choice('unitId')}
      />
      {unit && what === 'rename' && <Field {...form.field('name')} label="新的名称" maxLength={UNIT_NAME_MAX} />}
      {unit && what !== 'rename' && <Going {...{ form, unit, units, position }} />}
      {unit && (
        <>
          <Field {...form.field('fromOn')} label="从哪天起" kind="date" hint="最早一个月前，最晚今天" />
          <Field
            {...form.field('because')}
            label="文号，或者为什么"
            example="例如：民函〔2026〕12 号"
            maxLength={SENTENCE_MAX}
          />
        </>
      )}
      {unit && what === 'merge' && (
        <View className="t-sub">并过去以后不能撤回。以前的记录都留着，写的还是当时的名字。</View>
      )}
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        {DONE_BY[what]}
      </Button>
      <Button kind="quiet" wide onTap={() => goTo('staff/unit-changes')}>
        看以前的变动
      </Button>
    </>
  );
}

/** 改机构: a unit is called otherwise, is merged into another, or gives households to another; a document says so. */
export function Change(props: Props) {
  const [what, turnTo] = useState<What>('rename');
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        改机构
      </Heading>
      <Segments wrap label="改什么" items={WHATS} chosen={what} onChoose={turnTo} />
      <ChangeOne key={what} what={what} {...props} />
    </Card>
  );
}
