import type { Said } from '../../components/choice-error';
import { leadersAmong } from '../leaders';
import { type HomeFormProps, needsHead, restOf } from './data';
import { MemberChoice } from './member-choice';

interface Props {
  household: HomeFormProps['household'];
  goingIds: readonly string[];
  form: {
    readonly values: { readonly nextHeadId: string };
    set(key: 'nextHeadId'): (residentId: string) => void;
    choice(key: 'nextHeadId'): Said;
  };
  label?: string;
}

/** Who speaks for those who stay, where the one who does is among those who go; nothing elsewhere. */
export function NextHead({ household, goingIds, form, label = '谁接着当户主' }: Props) {
  if (!needsHead(household, goingIds)) return null;
  return (
    <MemberChoice
      label={label}
      members={leadersAmong(restOf(household, goingIds))}
      chosen={form.values.nextHeadId}
      onChoose={form.set('nextHeadId')}
      said={form.choice('nextHeadId')}
    />
  );
}
