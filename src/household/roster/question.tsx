import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import {
  becauseWords,
  type Candidate,
  type Choice,
  type Choices,
  candidateWords,
  chosenOf,
  isToDecide,
  keyOf,
  leaveOutWords,
  newWords,
  type Place,
  questionWords,
  rowWords,
  takenBy,
  type UnclearRow,
} from './decisions';

interface Props {
  rows: readonly UnclearRow[];
  choices: Choices;
  onChoose: (place: Place, choice: Choice) => void;
}
type RowProps = Omit<Props, 'rows'> & { row: UnclearRow };

function Same({ row, one, choices, onChoose }: RowProps & { one: Candidate }) {
  const other = takenBy(choices, row, one.residentId);
  const { words, note } = candidateWords(row, one);
  return (
    <Checkbox
      role="radio"
      words={words}
      note={note}
      checked={chosenOf(choices, row) === one.residentId}
      {...(other !== undefined && { blocked: `第 ${other.row} 行已经选了他` })}
      onChange={() => onChoose(row, one.residentId)}
    />
  );
}

function Options({ row, choices, onChoose }: RowProps) {
  const choice = chosenOf(choices, row);
  return (
    <List label={`第 ${row.row} 行 ${row.name}怎么办`} kind="bare">
      {row.candidates.map((one) => (
        <Same key={one.residentId} {...{ row, one, choices, onChoose }} />
      ))}
      <Checkbox role="radio" words={newWords(row)} checked={choice === 'new'} onChange={() => onChoose(row, 'new')} />
      <Checkbox
        role="radio"
        words={leaveOutWords(row)}
        checked={choice === 'leaveOut'}
        onChange={() => onChoose(row, 'leaveOut')}
      />
    </List>
  );
}

const placeWords = ({ sheet, row }: Place, several: boolean) => (several ? `${sheet} · 第 ${row} 行` : `第 ${row} 行`);

/** One question at a time, in the words of the file. What is not answered stays out: nobody guesses. */
export function Question({ rows, choices, onChoose, several }: Props & { several: boolean }) {
  const asked = rows.filter(isToDecide);
  const waiting = rows.length - asked.length;
  const [at, setAt] = useState(0);
  const row = asked[Math.min(at, asked.length - 1)];
  if (!row) return null;
  const here = asked.indexOf(row);
  return (
    <Card className="stack roster-question">
      <View>
        <View className="t-sub">{`问你一句 · 第 ${here + 1} 个，共 ${asked.length} 个`}</View>
        <Heading level={2} size="t-title">
          {questionWords(row)}
        </Heading>
      </View>
      <View className="roster-quote">
        <View className="t-sub">{placeWords(row, several)}，表里是</View>
        <View>{`${row.name} · ${rowWords(row)}`}</View>
      </View>
      <View>{becauseWords(row)}</View>
      <Options key={keyOf(row)} {...{ row, choices, onChoose }} />
      <View className="t-sub">没说清的都先不收，不替你猜。{waiting > 0 && `还有 ${waiting} 行等他们的户主。`}</View>
      <View className="row roster-steps">
        <Button blocked={here === 0 ? '这是第一个' : undefined} onTap={() => setAt(here - 1)}>
          上一个
        </Button>
        <Button blocked={here + 1 === asked.length ? '这是最后一个' : undefined} onTap={() => setAt(here + 1)}>
          就这样，下一个
        </Button>
      </View>
    </Card>
  );
}
