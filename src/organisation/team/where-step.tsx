import { View } from '@tarojs/components';
import type { Role } from '../../../cloudfunctions/values/roles';
import { FITTING_LEVELS } from '../../../cloudfunctions/values/units';
import { useWhole } from '../../api/use-whole';
import { Answer } from '../../components/answer';
import { ChoiceError, type Said } from '../../components/choice-error';
import { PickOne } from '../../components/pick-one';
import { SectionHeader } from '../../components/section-header';
import type { Unit } from '../units/use-units';
import { byId, placeName, whereabouts } from './places';

interface PartnerProps {
  unitId: string;
  chosen: string | undefined;
  onChoose: (id: string | undefined, name: string | undefined) => void;
  said: Said;
}

/** Where a role makes sense among the caller's units. */
export const fittingUnits = (role: Role, units: readonly Unit[]) =>
  units.filter(({ level }) => FITTING_LEVELS[role].includes(level));

/** Left out where only one place fits: then it is that. */
export function WhereStep({ role, units, chosen, onChoose, said }: WhereProps) {
  const fitting = fittingUnits(role, units);
  const named = byId(units);
  if (fitting.length === 1) return null;
  return (
    <View>
      <SectionHeader title="在哪里" />
      <ChoiceError {...said} />
      <PickOne
        label="地方"
        none="还没有合适的地方。请先回去点“添机构”添一个。"
        options={fitting.map((unit) => {
          const where = whereabouts(unit, named, units[0]?.unitId);
          return { id: unit.unitId, words: placeName(unit.unitId, named), ...(where && { note: where }) };
        })}
        chosen={chosen}
        onChoose={onChoose}
      />
    </View>
  );
}
interface WhereProps {
  role: Role;
  units: readonly Unit[];
  chosen: string | undefined;
  onChoose: (unitId: string | undefined) => void;
  said: Said;
}

interface Partner {
  id: string;
  words: string;
  note: string;
}

/** One of those that were answered; the name goes along, for the button that says the whole sentence. */
function Partners({ label, none, options, chosen, onChoose }: PartnersProps) {
  return (
    <PickOne
      label={label}
      none={none}
      options={options}
      chosen={chosen}
      onChoose={(id) => onChoose(id, options.find((one) => one.id === id)?.words)}
    />
  );
}
interface PartnersProps extends Omit<PartnerProps, 'unitId' | 'said'> {
  label: string;
  none: string;
  options: readonly Partner[];
}

export function ProviderStep({ unitId, said, ...choice }: PartnerProps) {
  const asked = useWhole('organisation.providers', { unitId }, 'providers');
  return (
    <View>
      <SectionHeader title="哪个服务商" />
      <ChoiceError {...said} />
      <Answer of={asked} amid rows={2}>
        {(providers) => (
          <Partners
            label="服务商"
            none="还没有服务商。请先回去点“添机构”添一个。"
            options={providers.map(({ providerId, name, place }) => ({ id: providerId, words: name, note: place }))}
            {...choice}
          />
        )}
      </Answer>
    </View>
  );
}

export function SocietyStep({ unitId, said, ...choice }: PartnerProps) {
  const asked = useWhole('organisation.societies', { unitId }, 'societies');
  return (
    <View>
      <SectionHeader title="哪个社团" />
      <ChoiceError {...said} />
      <Answer of={asked} amid rows={2}>
        {(societies) => (
          <Partners
            label="社团"
            none="还没有社团。请先回去点“添机构”添一个。"
            options={societies.map(({ societyId, name, leaderId }) => ({
              ...{ id: societyId, words: name },
              note: leaderId ? '已经有负责人' : '还没有负责人',
            }))}
            {...choice}
          />
        )}
      </Answer>
    </View>
  );
}
