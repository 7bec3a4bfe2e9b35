import { View } from '@tarojs/components';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { useEnter } from '../../components/button/use-enter';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { KeyHints } from '../../components/data-table/key-hints';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { answerOf, blankFor, choicesFor } from './sheet-answers';
import { keyOf, type Line, questionWords, readWords, whyWords } from './sheet-words';
import type { SheetWork } from './use-sheet';
import { WorthFields } from './worth-form';

const HINTS = [{ keys: ['Enter'], words: '就这样，下一个' }];

/** One question in the cell's own words; the next one stands behind the button. */
export function SheetQuestion({ sheet, line }: { sheet: SheetWork; line: Line }) {
  const { asked, answers, answer, open } = sheet;
  const typed = answers.get(keyOf(line)) ?? blankFor(line);
  const place = asked.findIndex((one) => keyOf(one) === keyOf(line));
  const told = answerOf(line, typed);
  const problem = typeof told === 'string' ? told : undefined;
  const next = asked.find((one) => keyOf(one) !== keyOf(line) && !sheet.answered(one));
  const { choice } = typed;
  const goOn = () => open(next && keyOf(next));
  useEnter(() => problem === undefined && goOn(), '.sheet-question');
  return (
    <Card className="stack sheet-question">
      <View>
        <View className="t-cap">{`问你一句 · 第 ${place + 1} 个，共 ${asked.length} 个`}</View>
        <Heading level={2} size="t-title" className="strong">
          {questionWords(line)}
        </Heading>
      </View>
      <View className="sheet-quote">
        <View className="t-cap">{`${sheet.preview?.sheets[line.sheet]?.name ?? ''} 第 ${line.row} 行 ${line.cell}，原话是`}</View>
        <View>{`“${line.name}”${line.written ? `“${line.written}”` : '（这一格空着）'}`}</View>
      </View>
      <View>{whyWords(line)}</View>
      {(line.points !== null || line.grades.length > 0) && <View className="t-sub">{`读成：${readWords(line)}`}</View>}
      <List label="怎么收">
        {choicesFor(line).map(({ key, word }) => (
          <Checkbox
            key={key}
            role="radio"
            words={word}
            checked={choice === key}
            onChange={() => answer(line, { ...typed, choice: key })}
          />
        ))}
      </List>
      {choice !== undefined && choice !== 'asRead' && choice !== 'leave' && (
        <WorthFields worth={{ ...typed.worth, kind: choice }} onChange={(worth) => answer(line, { ...typed, worth })} />
      )}
      <Alert kind="info" title="没写清的都空着，不替你猜。" />
      <Button wide blocked={problem} onTap={goOn}>
        {next ? '就这样，下一个' : '就这样，问完了'}
      </Button>
      <KeyHints hints={HINTS} />
    </Card>
  );
}
