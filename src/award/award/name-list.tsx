import { View } from '@tarojs/components';
import { HOLDERS_AT_ONCE, NAME_LIST_MAX } from '../../../cloudfunctions/values/limits';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { FileButton } from '../../device/files';
import { whoAmong } from '../../household/find/person-words';
import { numberWords } from '../../words/number';
import type { NameList as Names, Unclear } from './use-name-list';

/** Who of them it is, said by whoever brings the list. */
function Ask({ one, onAnswer }: { one: Unclear; onAnswer: (id: string | null) => void }) {
  const who = whoAmong(one.people);
  return (
    <View className="stack">
      <View className="strong">{`“${one.words}”是哪一位？`}</View>
      <List label={`“${one.words}”是哪一位`}>
        {one.people.map((person) => (
          <Checkbox
            key={person.residentId}
            role="radio"
            words={person.name}
            note={who(person)}
            checked={one.answer === person.residentId}
            onChange={() => onAnswer(person.residentId)}
          />
        ))}
        <Checkbox role="radio" words="都不是" checked={one.answer === null} onChange={() => onAnswer(null)} />
      </List>
    </View>
  );
}

function Bring({ names }: { names: Names }) {
  return (
    <View className="stack">
      <Field
        label="名单"
        kind="lines"
        value={names.text}
        onInput={names.type}
        maxLength={NAME_LIST_MAX}
        example={'马淑珍 5521\n周德福'}
        hint={`一行一位：姓名，最好加上手机尾号四位。从表格里整列拷过来也行，一次最多 ${HOLDERS_AT_ONCE} 位`}
      />
      <View className="row">
        <Button
          kind="line"
          busy={names.busy}
          blocked={names.text.trim() ? undefined : '先贴上名单'}
          onTap={() => void names.readText()}
        >
          对一对
        </Button>
        <FileButton busy={names.busy} onChosen={(file) => void names.readFile(file)}>
          读签到表（Excel）
        </FileButton>
      </View>
      <RefusalAlert refusal={names.refusal} />
    </View>
  );
}

/** 贴一份名单: what was read of it, what is asked, and what was not found; nobody is guessed. */
export function NameList({ names }: { names: Names }) {
  const { isRead, people = [], unclear, unknown } = names;
  if (!isRead) return <Bring names={names} />;
  const open = unclear.filter(({ answer }) => answer === undefined).length;
  return (
    <View className="stack">
      <Alert
        kind="info"
        title={`对上了 ${numberWords(people.length)} 位${open > 0 ? `，还有 ${open} 行要你说是谁` : ''}`}
        action={{ word: '换一份名单', onTap: names.again }}
      >
        {unknown.length > 0 ? `名单里没有这 ${unknown.length} 行：${unknown.join('；')}` : '每一行都看过了。'}
      </Alert>
      <RefusalAlert refusal={names.refusal} />
      {unclear.length > 0 && <SectionHeader title="是哪一位" note={`${unclear.length} 行`} />}
      {unclear.map((one) => (
        <Ask key={one.key} one={one} onAnswer={(id) => names.answer(one.key, id)} />
      ))}
    </View>
  );
}
