import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { SectionHeader } from '../../components/section-header';
import {
  becauseWords,
  type Candidate,
  type Choice,
  type Choices,
  candidateWords,
  isToDecide,
  newWords,
  rowWords,
  takenBy,
  type UnclearRow,
} from './decisions';

const AT_ONCE = 20;

interface Props {
  rows: readonly UnclearRow[];
  choices: Choices;
  onChoose: (row: number, choice: Choice) => void;
}

function Same({ row, one, choices, onChoose }: Omit<Props, 'rows'> & { row: UnclearRow; one: Candidate }) {
  const other = takenBy(choices, row.row, one.residentId);
  const { words, note } = candidateWords(row, one);
  return (
    <Checkbox
      role="radio"
      words={words}
      note={note}
      checked={choices.get(row.row) === one.residentId}
      {...(other !== undefined && { blocked: `第 ${other} 行已经选了他` })}
      onChange={() => onChoose(row.row, one.residentId)}
    />
  );
}

function Row({ row, choices, onChoose }: Omit<Props, 'rows'> & { row: UnclearRow }) {
  const choice = choices.get(row.row);
  const title = `第 ${row.row} 行 ${row.name}`;
  return (
    <Card className="stack">
      <View>
        <Heading level={3} size="t-body" className="strong">
          {title}
        </Heading>
        <View className="t-sub">{rowWords(row)}</View>
      </View>
      <View>{becauseWords(row)}</View>
      {isToDecide(row) && (
        <List label={`${title}是谁`} kind="bare">
          {row.candidates.map((one) => (
            <Same key={one.residentId} {...{ row, one, choices, onChoose }} />
          ))}
          <Checkbox
            role="radio"
            words={newWords(row)}
            checked={choice === 'new'}
            onChange={() => onChoose(row.row, 'new')}
          />
          <Checkbox
            role="radio"
            words="先不收，问清楚再导"
            checked={choice === 'leaveOut'}
            onChange={() => onChoose(row.row, 'leaveOut')}
          />
        </List>
      )}
    </Card>
  );
}

/** Rows that could mean somebody who is registered already: the person at the screen says who it is. */
export function UnclearRows({ rows, choices, onChoose }: Props) {
  const [shown, setShown] = useState(AT_ONCE);
  if (rows.length === 0) return null;
  return (
    <View className="stack">
      <SectionHeader title="请你认一认" note={`${rows.length} 行，没选的先不收`} />
      {rows.slice(0, shown).map((row) => (
        <Row key={row.row} {...{ row, choices, onChoose }} />
      ))}
      {rows.length > shown && <Button onTap={() => setShown(shown + AT_ONCE)}>再看一些</Button>}
    </View>
  );
}
