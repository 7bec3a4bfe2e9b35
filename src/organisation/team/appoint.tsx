import { View } from '@tarojs/components';
import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import type { Role } from '../../../cloudfunctions/values/roles';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { clock } from '../../device/clock';
import type { Person } from '../../household/find/use-found-people';
import { ROLE_WORDS } from '../../session/work';
import type { Unit } from '../units/use-units';
import { type Appointment, type Called, DUTIES, doneWords, problemOf, sentenceOf, toSent } from './appointment';
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

function useAppointment({ position, units }: { position: Position; units: readonly Unit[] }) {
  const today = businessDate(clock());
  const [person, choosePerson] = useState<Person>();
  const [rest, set] = useState<Omit<Appointment, 'person'>>({ from: today, until: '' });
  const [partner, callPartner] = useState<string>();
  const { providerId: _provider, societyId: _society, unitId: _unit, ...lasting } = rest;
  const chooseRole = (role: Role) => {
    const [only, ...others] = fittingUnits(role, units);
    callPartner(undefined);
    set({ ...lasting, role, ...(only && others.length === 0 && { unitId: only.unitId }) });
  };
  const chooseUnit = (unitId: string | undefined) => {
    callPartner(undefined);
    set({ ...lasting, ...(unitId && { unitId }) });
  };
  const choosePartner = (key: 'providerId' | 'societyId') => (id: string | undefined, name: string | undefined) => {
    callPartner(name);
    set({ ...lasting, ...(rest.unitId && { unitId: rest.unitId }), ...(id && { [key]: id }) });
  };
  const asked: Appointment = { ...rest, ...(person && { person }) };
  const called: Called = {
    ...(rest.unitId && { unit: placeName(rest.unitId, byId(units)) }),
    ...(partner && { partner }),
  };
  return {
    today,
    person,
    choosePerson,
    asked,
    called,
    set,
    chooseRole,
    chooseUnit,
    choosePartner,
    roles: givenBy(position),
  };
}
type Asking = ReturnType<typeof useAppointment>;

function What({ asking }: { asking: Asking }) {
  return (
    <View>
      <SectionHeader title="让他做什么" />
      <List label="让他做什么">
        {asking.roles.map((role) => (
          <Checkbox
            key={role}
            role="radio"
            words={ROLE_WORDS[role]}
            note={DUTIES[role]}
            checked={role === asking.asked.role}
            onChange={() => asking.chooseRole(role)}
          />
        ))}
      </List>
    </View>
  );
}

function Where({ asking, units }: { asking: Asking; units: readonly Unit[] }) {
  const { role, unitId, providerId, societyId } = asking.asked;
  if (!role) return null;
  return (
    <>
      <WhereStep key={role} role={role} units={units} chosen={unitId} onChoose={asking.chooseUnit} />
      {unitId && role === 'providerClerk' && (
        <ProviderStep unitId={unitId} chosen={providerId} onChoose={asking.choosePartner('providerId')} />
      )}
      {unitId && role === 'societyLeader' && (
        <SocietyStep unitId={unitId} chosen={societyId} onChoose={asking.choosePartner('societyId')} />
      )}
    </>
  );
}

function When({ asking }: { asking: Asking }) {
  const { asked, set } = asking;
  const { person: _person, ...rest } = asked;
  return (
    <View>
      <SectionHeader title="从哪天到哪天" />
      <View className="team-fields">
        <Field label="从哪天起" kind="date" value={asked.from} onInput={(from) => set({ ...rest, from })} />
        <Field
          label="到哪天止"
          kind="date"
          hint="一直有效就空着，随时可以停用"
          value={asked.until}
          onInput={(until) => set({ ...rest, until })}
        />
      </View>
    </View>
  );
}

/** 开通权限: who, what, where, from when; and a button that says the whole sentence. */
export function Appoint({ position, units, own, onDone }: AppointProps) {
  const asking = useAppointment({ position, units });
  const { asked, called, today, person } = asking;
  const { run, busy, refusal } = useWrite('organisation.grantRole');
  const appoint = async () => {
    const sent = toSent(asked);
    if (sent && person && (await run(sent))) onDone({ ...doneWords(asked, called, today), person });
  };
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        开通权限
      </Heading>
      <View>
        <SectionHeader title="给谁" />
        <WhoStep position={position} own={own} chosen={person} onChoose={asking.choosePerson} />
      </View>
      {person && (
        <>
          <What asking={asking} />
          <Where asking={asking} units={units} />
          <When asking={asking} />
        </>
      )}
      <RefusalAlert refusal={refusal} onRetry={() => void appoint()} />
      <Button kind="primary" wide busy={busy} blocked={problemOf(asked, today)} onTap={() => void appoint()}>
        {sentenceOf(asked, called)}
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
