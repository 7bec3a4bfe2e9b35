import { View } from '@tarojs/components';
import { useState } from 'react';
import { ADULT_AT, type GuardianPaper, isUnderAge } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { Segments } from '../../components/segments';
import { WillHappen } from '../../components/will-happen';
import { whoWords } from '../find/person-words';
import { ScanCode } from '../find/scan-code';
import type { HomeFormProps } from './data';
import { PAPER_WORDS, papersFor } from './guardian-words';
import { OtherPerson } from './other-person';

interface Values {
  readonly guardianId: string;
  readonly scanned: string;
  readonly paper: GuardianPaper | '';
  readonly paperOn: string;
  readonly until: string;
  readonly instead: 'instead' | 'beside' | '';
}
const BEGIN: Values = { guardianId: '', scanned: '', paper: '', paperOn: '', until: '', instead: '' };

const problemsIn = ({ guardianId, scanned, paper, paperOn, instead }: Values) => ({
  guardianId: unless(guardianId !== '' || scanned !== '', '先找出监护人，或者扫他的码'),
  paper: unless(paper !== '', '先选看的是哪一种证件'),
  paperOn: unless(isWritten(paperOn), '先填纸上写的日子'),
  instead: unless(instead !== '', '先选原来的人还管不管'),
});

interface WhoProps {
  /** The chosen one, in words. */
  chosen: string;
  unitId: string;
  wardId: string;
  onFound: (found: { readonly guardianId: string; readonly scanned: string }, words: string) => void;
}

/** Somebody of the place is found; who lives elsewhere shows their own code, and agrees by that. */
function Who({ chosen, unitId, wardId, onFound }: WhoProps) {
  if (chosen)
    return (
      <Alert
        kind="info"
        title={chosen}
        action={{ word: '换一位', onTap: () => onFound({ guardianId: '', scanned: '' }, '') }}
      />
    );
  return (
    <>
      <View className="field-label">谁是监护人</View>
      <OtherPerson
        unitId={unitId}
        not={wardId}
        onChoose={(person) =>
          onFound(
            { guardianId: person.residentId, scanned: '' },
            [person.name, whoWords(person)].filter(Boolean).join('，'),
          )
        }
      />
      <View className="t-sub">他住在别的社区，就请他打开“我的”里的“我的码”给你扫。</View>
      <ScanCode words="扫他的码" onFound={(scanned) => onFound({ guardianId: '', scanned }, '扫到他的码了')} />
    </>
  );
}

/** A guardian by a paper: of a child, or of a grown-up who cannot act for themself. */
export function GuardianForm({ person, household, onDone, onClose }: HomeFormProps) {
  const { residentId, name } = person;
  const { run, ...writing } = useWrite('household.recordGuardian');
  const [chosen, setChosen] = useState('');
  const member = household.members.find((one) => one.residentId === residentId);
  const isChild = isUnderAge(member?.age ?? null);
  const form = useForm({
    begin: BEGIN,
    problemsIn,
    writing,
    send: async ({ guardianId, scanned, paper, paperOn, until, instead }: Values) =>
      paper
        ? run({
            ...{ residentId, paper, paperOn, instead: instead === 'instead' },
            ...(scanned ? { scanned } : { guardianId }),
            ...(until && { until }),
          })
        : undefined,
    onDone,
  });
  const { paper, instead } = form.values;
  const whose = isChild ? '孩子' : '大人';
  return (
    <Card className="stack household-panel">
      <View className="strong">{`登记${name}的监护人`}</View>
      <Who
        chosen={chosen}
        unitId={household.communityId}
        wardId={residentId}
        onFound={(found, words) => {
          setChosen(words);
          form.change(found);
        }}
      />
      <ChoiceError {...form.choice('guardianId')} />
      <View>
        <View className="field-label">看的是哪一种证件</View>
        <Segments
          wrap
          label="看的是哪一种证件"
          items={papersFor(isChild).map((key) => ({ key, word: PAPER_WORDS[key] }))}
          chosen={paper as GuardianPaper}
          onChoose={form.set('paper')}
        />
        <ChoiceError {...form.choice('paper')} />
      </View>
      <Field
        {...form.field('paperOn')}
        label="纸上写的日子"
        kind="date"
        hint="只记是哪一种、哪一天的，不留照片和号码"
      />
      <Field {...form.field('until')} label="到哪一天为止" kind="date" hint="纸上没写就不填" />
      <View>
        <View className="field-label">原来替他办事的人</View>
        <List label="原来替他办事的人">
          <Checkbox
            role="radio"
            words="还一起管"
            note="比如父母分开住，两边都是监护人"
            checked={instead === 'beside'}
            onChange={() => form.change({ instead: 'beside' })}
          />
          <Checkbox
            role="radio"
            words="从现在起不管了"
            note="监护人换了人"
            checked={instead === 'instead'}
            onChange={() => form.change({ instead: 'instead' })}
          />
        </List>
        <ChoiceError {...form.choice('instead')} />
      </View>
      <WillHappen
        lines={[
          `他可以在自己的手机上替${name}签到、报名、兑换，看${name}的存折，同意或者不同意合用积分。看不到这一户别人的积分。`,
          ...(instead === 'instead'
            ? [`户主、代办人、原来登记的监护人都不再替${name}办事，他们替${name}点过的同意作废，由新监护人重新点。`]
            : []),
          ...(isChild ? [`${name}满 ${ADULT_AT} 岁那天自己结束。满 14 岁起，合用积分还要${name}自己也同意。`] : []),
          `${whose}家里人和监护人都会收到消息：谁登记的，看的是什么。`,
        ]}
      />
      <RefusalAlert {...form.alert} />
      <Button wide kind="primary" {...form.button}>
        登记
      </Button>
      <Button wide kind="quiet" onTap={onClose}>
        先不登记
      </Button>
    </Card>
  );
}
