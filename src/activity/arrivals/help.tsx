import { View } from '@tarojs/components';
import { whyWords } from '../../award/award/award-words';
import { Alert } from '../../components/alert';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { FoundState } from '../../household/find/found-state';
import { whoAmong } from '../../household/find/person-words';
import { SearchRow } from '../../household/find/search-row';
import { timeWords } from '../../words/dates';
import type { Help as Helping, Told } from './use-help';

type Refused = Extract<Told['outcome'], { state: 'refused' }>;
const NEXT: Partial<Record<Refused['code'], string>> = {
  OWN_HOUSEHOLD: '请别的同事来记，大家都放心。',
  HOLDER_NOT_FOUND: '别的社区来的邻居，请他亮出个人码或积分卡。',
  AT_ANOTHER_DOOR: '一张卡不会同时在两处。人就在你面前，搜名字替他签到；不在，就先不记。',
};

function whyNot({ code, door }: Refused): string {
  if (code !== 'AT_ANOTHER_DOOR') return whyWords(code, null);
  return door ? `${timeWords(door.atMs)} 刚在“${door.activityTitle}”签到` : '刚在别的活动签到';
}

function ToldAlerts({ told }: { told: readonly Told[] }) {
  const counted = told.filter(({ outcome }) => outcome.state === 'posted').map(({ person }) => person.name);
  return (
    <>
      {counted.length > 0 && (
        <Alert kind="done" title={`谢谢${counted.join('、')}，记上了`}>
          积分已经入账，在活动名单里能看到。
        </Alert>
      )}
      {told.map(
        ({ person, outcome }) =>
          outcome.state === 'refused' && (
            <Alert key={person.residentId} title={`${person.name}这次没有再记：${whyNot(outcome)}`}>
              {NEXT[outcome.code] ?? '不用再记，存折里能看到。'}
            </Alert>
          ),
      )}
    </>
  );
}

interface HelpProps {
  help: Helping;
  hereIds: ReadonlySet<string>;
  /** How often somebody tapped to scan the next one; 0 begins with the name. */
  scans: number;
}

/** Finds who came without a phone; those on the list already say so. */
export function Help({ help, hereIds, scans }: HelpProps) {
  const { finder, picked, toggle } = help;
  const who = whoAmong(finder.people);
  return (
    <View className="stack">
      <ToldAlerts told={help.told} />
      <RefusalAlert refusal={help.refusal} onRetry={() => void help.checkIn()} />
      <SearchRow key={scans} finder={finder} startsScanning={scans > 0} />
      {finder.people.length > 0 && (
        <List label="找到的人">
          {finder.people.map((person) => (
            <PersonRow
              key={person.residentId}
              name={person.name}
              note={who(person)}
              picked={picked.some(({ residentId }) => residentId === person.residentId)}
              blocked={hereIds.has(person.residentId) ? '到过了' : undefined}
              onTap={() => toggle(person)}
            />
          ))}
        </List>
      )}
      <FoundState finder={finder} />
    </View>
  );
}
