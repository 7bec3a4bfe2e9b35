import { View } from '@tarojs/components';
import type { DataOf } from '../../api';
import { useWrite } from '../../api/use-write';
import { useForm } from '../../components/form/use-form';
import { ProgrammeFields, programmeProblems, toProgramme } from '../programme-fields';
import { WhyFoot, whyProblem } from '../why-foot';
import { BasisPanel } from './panel';

type Programme = DataOf<'catalogue.programmes'>['programmes'][number];

interface FormProps {
  programme: Programme;
  write: ReturnType<typeof useWrite<'catalogue.changeProgramme'>>;
  onDone: (words: string) => void;
  onLeave: () => void;
}
function Correct({ programme: { programmeId, name, aim }, write, onDone, onLeave }: FormProps) {
  const { run, ...writing } = write;
  const form = useForm({
    begin: { name, aim, because: '' },
    problemsIn: (typed) => ({ ...programmeProblems(typed), because: whyProblem(typed.because) }),
    writing,
    send: ({ because, ...typed }) =>
      run({ programmeId, change: { what: 'corrected', ...toProgramme(typed) }, because: because.trim() }),
    onDone: (_, typed) => onDone(`“${typed.name.trim()}”改好了`),
  });
  return (
    <View className="stack">
      <ProgrammeFields form={form} />
      <WhyFoot form={form} leave="不改了" word="改好了" onLeave={onLeave} />
    </View>
  );
}

/** A brand programme of the community: put right, or ended. */
export function ProgrammePanel({ programme, onDone }: Pick<FormProps, 'programme' | 'onDone'>) {
  const write = useWrite('catalogue.changeProgramme');
  const { run, ...writing } = write;
  const { programmeId, name, aim } = programme;
  return (
    <BasisPanel
      of="programme"
      id={programmeId}
      name={name}
      facts={[{ term: '为了什么', value: aim }]}
      endWords="停用以后，新的积分项目不能再归到它下面；已经公布的都不变，居民照样按它记分。"
      writing={writing}
      end={(because) => run({ programmeId, change: { what: 'ended' }, because })}
      correct={(close) => <Correct {...{ programme, write, onDone }} onLeave={close} />}
      onDone={onDone}
    />
  );
}
