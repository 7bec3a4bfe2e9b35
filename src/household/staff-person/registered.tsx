import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { MEND_REASONS } from '../../../cloudfunctions/values/people';
import { Button } from '../../components/button';
import { Facts } from '../../components/facts';
import { RefusalAlert } from '../../components/refusal-alert';
import { bornWords, fullDayWords } from '../../words/dates';
import { BirthField } from '../birth-field';
import { relationWords } from '../relation';
import type { Household } from '../staff-household/household-data';
import { NameField, PhoneField, SexChoice } from '../staff-household/person-form';
import { RelationField, YearOnly } from './correct-fields';
import type { PersonData } from './data';
import { type CorrectForm, useCorrect } from './use-correct';
import { Why } from './why';

const SEX = { female: '女', male: '男' } as const;

const bornOf = ({ bornOn, bornPrecision }: PersonData): string => {
  if (!bornOn || !bornPrecision) return '没有登记';
  const words = bornWords(bornOn, bornPrecision);
  return bornPrecision === 'day' ? words : `${words}，哪一天还要看证件`;
};

interface Line {
  readonly term: string;
  readonly value: string;
  /** Where it is put right in its own place. */
  readonly field?: (form: CorrectForm) => ReactNode;
}

function linesOf(person: PersonData, household: Household | undefined): Line[] {
  const { name, sex, phone, diedOn, isHead, relation } = person;
  const lines: Line[] = [
    { term: '姓名', value: name, field: (form) => <NameField form={form} /> },
    { term: '性别', value: sex ? SEX[sex] : '没有登记', field: (form) => <SexChoice form={form} /> },
    {
      term: '出生日期',
      value: bornOf(person),
      field: (form) => (
        <>
          <BirthField form={form} />
          <YearOnly form={form} />
        </>
      ),
    },
    { term: '手机号', value: phone ?? '没有登记', field: (form) => <PhoneField form={form} /> },
  ];
  if (household) {
    const { number, address } = household;
    const field = (form: CorrectForm) => <RelationField form={form} />;
    lines.push(
      { term: '住在', value: `${number} 户，${address || '住址没有登记'}` },
      isHead ? { term: '是户主的', value: '就是户主' } : { term: '是户主的', value: relationWords(relation), field },
    );
  }
  if (diedOn) lines.push({ term: '去世', value: fullDayWords(diedOn) });
  return lines;
}

interface Mending {
  readonly person: PersonData;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly field: NonNullable<Line['field']>;
}

/** One line, put right where it stands: what, why, and kept. */
function Mend({ person, field, onDone, onClose }: Mending) {
  const form = useCorrect(person, onDone);
  return (
    <View className="stack">
      {field(form)}
      <Why form={form} among={MEND_REASONS} />
      <RefusalAlert {...form.alert} />
      <View className="row">
        <Button small kind="primary" {...form.button}>
          存好
        </Button>
        <Button small kind="quiet" onTap={onClose}>
          先不改
        </Button>
      </View>
    </View>
  );
}

interface Props {
  person: PersonData;
  household: Household | undefined;
  onDone: () => void;
}

/** What is registered, line by line; each that may be put right is opened in its own place, one at a time. */
export function Registered({ person, household, onDone }: Props) {
  const [opened, open] = useState<string>();
  const close = () => open(undefined);
  return (
    <Facts
      card
      items={linesOf(person, household).map(({ field, ...line }) => ({
        ...line,
        ...(field &&
          !person.diedOn && {
            trail: (
              <Button small kind="quiet" label={line.term} onTap={() => open(line.term)}>
                改
              </Button>
            ),
          }),
        ...(field && opened === line.term && { instead: <Mend {...{ person, field, onDone }} onClose={close} /> }),
      }))}
    />
  );
}
