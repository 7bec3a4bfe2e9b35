import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { Answer } from '../../components/answer';
import { Facts } from '../../components/facts';
import { ROLE_WORDS } from '../../session/work';
import { countWords } from '../../words/figures';
import type { Unit } from '../units/use-units';
import type { Foreseen } from './changing';

const LONGEST = 62;
const named = ({ carried, rolesEnded }: Foreseen) =>
  [
    ...carried.map(({ name, role }) => `${name}（${ROLE_WORDS[role]}）`),
    ...(rolesEnded > carried.length ? [`另有 ${rolesEnded - carried.length} 份职务那边已经有了，不重复`] : []),
  ].join('、');

/** Of a street nothing is another for who lives there: their communities stand below another one. */
const stayWords = ({ level }: Unit) =>
  level === 'street'
    ? '下面的社区整个跟着走，户编号、积分、积分卡都不变。'
    : '积分、存折、积分卡、家里的约定都不变；每户在消息里都会看到。';

function factsOf(foreseen: Foreseen, unit: Unit, into: string, activities: number) {
  const { households, people, renumbered, renamed, applications, rolesEnded } = foreseen;
  const facts = [
    {
      term: '过去多少',
      value: `${countWords(households)} 户，${countWords(people)} 人`,
      note: stayWords(unit),
    },
    renumbered > 0 && {
      term: '户编号',
      value: `${countWords(renumbered)} 户换新号`,
      note: `原来的号在${into}已经有人用。`,
    },
    rolesEnded > 0 && {
      term: '工作人员',
      value: named(foreseen),
      note: `接着做，管的是${into}；不再需要的，到这一页停用。`,
    },
    renamed.length > 0 && {
      term: '同名的',
      value: renamed.map(({ before, name }) => `${before}改叫${name}`).join('，'),
    },
    applications > 0 && { term: '加入申请', value: `${applications} 份`, note: `由${into}来看。` },
    activities > 0 && { term: '还没办完的活动', value: `${activities} 场`, note: `照常办，由${into}接着管。` },
  ];
  return facts.filter((fact) => fact !== false);
}

interface Props {
  kind: 'merged' | 'redrawn';
  unit: Unit;
  into: Unit;
  householdIds: readonly string[] | undefined;
}

/** What will come of it, before it is done. */
export function WillBe({ kind, unit, into, householdIds }: Props) {
  const asked = useRead('household.foreseeUnits', {
    ...{ kind, unitId: unit.unitId, intoUnitId: into.unitId },
    ...(householdIds && { householdIds: [...householdIds] }),
  });
  const isCommunity = kind === 'merged' && unit.level === 'community';
  const { data: ahead } = useWhole(
    'activity.list',
    isCommunity ? { unitId: unit.unitId, days: LONGEST } : null,
    'activities',
  );
  const open = ahead?.filter(({ isCancelled }) => !isCancelled).length ?? 0;
  return (
    <Answer of={asked} amid failed="没能算出会怎样" rows={2}>
      {(foreseen) => <Facts card ruled items={factsOf(foreseen, unit, into.name, open)} />}
    </Answer>
  );
}
