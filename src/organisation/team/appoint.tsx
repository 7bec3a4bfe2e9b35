import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import type { Role } from '../../../cloudfunctions/values/roles';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { type Form, useForm } from '../../components/form/use-form';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { clock } from '../../device/clock';
import type { Person } from '../../household/find/use-found-people';
import { ROLE_WORDS } from '../../session/work';
import type { Unit } from '../units/use-units';
import { type Appointment, type Called, DUTIES, doneWords, problemsIn, sentenceOf, toSent } from './appointment';
import { byId, placeName } from './places';
import { givenBy, type Position } from './positions';
import { fittingUnits, ProviderStep, SocietyStep, WhereStep } from './where-step';
import { WhoStep } from './who-step';

/** What was done, and for whom, so that the page can lead on to a binding code. */
export interface Appointed {
  readonly title: string;
  readonly words: string;
  readonly person: Person;
}

interface Asked extends Appointment {
  readonly person?: Person | undefined;
  /** What the provider or the society is called. */
  readonly partner?: string | undefined;
}
const NOWHERE = { unitId: undefined, providerId: undefined, societyId: undefined, partner: undefined };

function useAppointment({ units, onDone }: AppointProps) {
  const today = businessDate(clock());
  const { run, ...writing } = useWrite('organisation.grantRole');
  const calledOf = ({ unitId, partner }: Asked): Called => ({
    ...(unitId && { unit: placeName(unitId, byId(units)) }),
    ...(partner && { partner }),
  });
  const form = useForm<Asked, object>({
    begin: { from: today, until: '' },
    problemsIn: (asked) => problemsIn(asked, today),
    writing,
    send: async (asked) => {
      const sent = toSent(asked);
      return sent && run(sent);
    },
    onDone: (_, asked) => asked.person && onDone({ ...doneWords(asked, calledOf(asked), today), person: asked.person }),
    named: { validFrom: 'from', validUntil: 'until' },
  });
  const { unitId } = form.values;
  return {
    ...{ form, called: calledOf(form.values) },
    chooseRole: (role: Role) => {
      const [only, ...others] = fittingUnits(role, units);
      form.change({ ...NOWHERE, role, ...(others.length === 0 && { unitId: only?.unitId }) });
    },
    chooseUnit: (chosen: string | undefined) => form.change({ ...NOWHERE, unitId: chosen }),
    choosePartner: (key: 'providerId' | 'societyId') => (id: string | undefined, partner: string | undefined) =>
      form.change({ ...NOWHERE, unitId, [key]: id, partner }),
  };
}
interface PartProps {
  asking: ReturnType<typeof useAppointment>;
}

function What({ asking, roles }: PartProps & { roles: readonly Role[] }) {
  return (
    <View>
      <SectionHeader title="让他做什么" />
      <ChoiceError {...asking.form.choice('role')} />
      <List label="让他做什么">
        {roles.map((role) => (
          <Checkbox
            key={role}
            role="radio"
            words={ROLE_WORDS[role]}
            note={DUTIES[role]}
            checked={role === asking.form.values.role}
            onChange={() => asking.chooseRole(role)}
          />
        ))}
      </List>
    </View>
  );
}

function Where({ asking, units }: PartProps & { units: readonly Unit[] }) {
  const { form, chooseUnit } = asking;
  const { role, unitId } = form.values;
  if (!role) return null;
  const partner = (key: 'providerId' | 'societyId') => ({
    ...{ chosen: form.values[key], onChoose: asking.choosePartner(key), said: form.choice(key) },
  });
  return (
    <>
      <WhereStep {...{ role, units }} key={role} chosen={unitId} onChoose={chooseUnit} said={form.choice('unitId')} />
      {unitId && role === 'providerClerk' && <ProviderStep unitId={unitId} {...partner('providerId')} />}
      {unitId && role === 'societyLeader' && <SocietyStep unitId={unitId} {...partner('societyId')} />}
    </>
  );
}

const When = ({ form }: { form: Form<Asked> }) => (
  <View>
    <SectionHeader title="从哪天到哪天" />
    <View className="team-fields">
      <Field {...form.field('from')} label="从哪天起" kind="date" />
      <Field {...form.field('until')} label="到哪天止" kind="date" hint="一直有效就空着，随时可以停用" />
    </View>
  </View>
);

/** 开通权限: who, what, where, from when; and a button that says the whole sentence. */
export function Appoint(props: AppointProps) {
  const { position, units, own } = props;
  const asking = useAppointment(props);
  const { form, called } = asking;
  const { person } = form.values;
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        开通权限
      </Heading>
      <View>
        <SectionHeader title="给谁" />
        <ChoiceError {...form.choice('person')} />
        <WhoStep position={position} own={own} chosen={person} onChoose={form.set('person')} />
      </View>
      {person && (
        <>
          <What asking={asking} roles={givenBy(position)} />
          <Where asking={asking} units={units} />
          <When form={form} />
        </>
      )}
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        {sentenceOf(form.values, called)}
      </Button>
    </Card>
  );
}
interface AppointProps {
  position: Position;
  units: readonly Unit[];
  own: string | undefined;
  onDone: (done: Appointed) => void;
}
