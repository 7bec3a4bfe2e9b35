import { View } from '@tarojs/components';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Facts } from '../../components/facts';
import { Heaps } from '../../components/heaps';
import { ListFoot } from '../../components/list-foot';
import { NotedButton, TemplateButton } from '../../components/own-sheet';
import { EmptyState } from '../../components/page-state';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { StepBar } from '../../components/step-bar';
import { FileButton } from '../../device/files';
import { Gate } from '../../session/gate';
import { sendingWords } from '../../words/sending';
import { countDecided } from './decisions';
import { birthAlert, type Counts, type Imported, isNothingNew, type Preview, resultWords } from './finding-words';
import { Findings } from './findings';
import { isToMend } from './notes';
import { Question } from './question';
import { Sheets } from './sheets';
import { type Roster, useRoster } from './use-roster';
import './page.scss';

const STEPS = ['选文件', '看一遍', '导好了'];

function Sums({ counts, done = false }: { counts: Counts; done?: boolean }) {
  const { rows, households, people, newHouseholds, newPeople, changedPeople, unchangedPeople, refusedRows } = counts;
  return (
    <View className="roster-sums">
      <Facts
        card
        items={[
          { term: '表里有', value: `${rows} 行`, note: `${households} 户，${people} 人${done ? '收了' : '能收'}` },
          { term: '新登记', value: `${newHouseholds} 户，${newPeople} 人` },
          { term: done ? '更新了' : '会更新', value: `${changedPeople} 人` },
          { term: '已经有了', value: `${unchangedPeople} 人`, note: '不会重复登记' },
          { term: '不收', value: `${refusedRows} 行`, ...(refusedRows > 0 && { note: '“不收的行”里写着为什么' }) },
        ]}
      />
    </View>
  );
}

const progressWords = ({ sending, file }: Roster) =>
  sending ? sendingWords(sending) : `正在看 ${file?.name ?? '文件'}，请稍等。`;

function Choose({ roster }: { roster: Roster }) {
  return (
    <View className="stack roster-choose">
      <RefusalAlert refusal={roster.readRefusal} onRetry={roster.again} />
      {roster.reading && <Alert kind="info" title={progressWords(roster)} />}
      <EmptyState
        icon="people"
        title="选一份花名册"
        words="每张写着“户编号、姓名”的工作表都会读。先看一遍再导，表里没有的人不会被动。"
      />
      <FileButton kind="primary" busy={roster.reading} onChosen={(file) => void roster.look(file)}>
        选花名册文件
      </FileButton>
      <TemplateButton name="roster">下载花名册模板</TemplateButton>
    </View>
  );
}

/** A long list comes by pages: what is on those that have not come yet stays out of the import, and is asked again. */
function Rest({ roster, preview }: { roster: Roster; preview: Preview }) {
  const { more, reading, readRefusal } = roster;
  const list = { hasMore: true, more, busy: reading, moreRefusal: readRefusal };
  return (
    <View className="stack">
      <View className="t-sub">{`一共 ${preview.findingsCount} 条，先看了 ${preview.findings.length} 条。`}</View>
      <ListFoot list={list} more="再看后面的行" />
    </View>
  );
}

function Look({ roster, preview }: { roster: Roster; preview: Preview }) {
  const { counts, unclear, findings, sheets } = preview;
  const birth = birthAlert(counts);
  const several = sheets.filter(({ state }) => state === 'read').length > 1;
  return (
    <View className="stack">
      <RefusalAlert refusal={roster.importRefusal} onRetry={() => void roster.take()} />
      {roster.sending && <Alert kind="info" title={sendingWords(roster.sending)} />}
      <View className="sheet-title">
        <View className="grow">
          <View className="t-title strong roster-file">{roster.file?.name}</View>
          <View className="t-sub">还没写进任何地方。看过没问题，再点下面。</View>
        </View>
        {roster.file && (preview.nextCursor !== null || findings.some(isToMend)) && (
          <NotedButton file={roster.file} ask={roster.toNote} />
        )}
        {!roster.importing && <Button onTap={roster.restart}>换一份</Button>}
      </View>
      {isNothingNew(counts) && unclear.length === 0 && counts.people > 0 && (
        <Alert kind="info" title="这份表里的人都登记过了">
          再导一次也不会重复。
        </Alert>
      )}
      {birth && (
        <Alert kind="info" title={birth.title}>
          {birth.words}
        </Alert>
      )}
      <Sheets sheets={sheets} busy={roster.reading} onSay={roster.sayColumn} />
      <View className="columns roster-look">
        <View className="stack roster-side">
          <Question rows={unclear} choices={roster.choices} onChoose={roster.choose} several={several} />
          <Sums counts={counts} />
        </View>
        <View className="stack">
          <Findings findings={findings} partial={preview.nextCursor !== null} several={several} />
          {preview.nextCursor !== null && <Rest roster={roster} preview={preview} />}
        </View>
      </View>
    </View>
  );
}

function Done({ roster, done }: { roster: Roster; done: Imported }) {
  const { title, words } = resultWords(done.counts);
  return (
    <View className="stack">
      <Alert kind="done" title={title}>
        {words}
      </Alert>
      {roster.file && done.counts.refusedRows > 0 && <NotedButton file={roster.file} ask={roster.toNote} />}
      <View className="columns roster-look">
        <Sums counts={done.counts} done />
        {done.findings.length > 0 && (
          <Findings
            several={new Set(done.findings.map(({ sheet }) => sheet)).size > 1}
            findings={done.findings}
            partial={done.findings.length < done.findingsCount}
          />
        )}
      </View>
    </View>
  );
}

function Foot({ roster }: { roster: Roster }) {
  const { preview, choices, done, importing, restart, take } = roster;
  if (done)
    return (
      <ActionBar>
        <Button kind="primary" onTap={restart}>
          再导一份
        </Button>
      </ActionBar>
    );
  if (!preview) return null;
  const { counts } = preview;
  const decided = countDecided(choices);
  const people = counts.people + decided;
  return (
    <ActionBar note={<Balance counts={counts} decided={decided} />}>
      <Button
        kind="primary"
        busy={importing}
        blocked={people === 0 ? '没有能收的行，请改好再选' : undefined}
        onTap={() => void take()}
      >
        {takeWords(counts, decided)}
      </Button>
    </ActionBar>
  );
}

const takeWords = (counts: Counts, decided: number): string => {
  if (isNothingNew(counts) && decided === 0) return '照样导一次';
  const waiting = counts.waitingRows - decided;
  return `收下 ${counts.people + decided} 人${waiting > 0 ? `，${waiting} 行先放着` : ''}`;
};

/** Every row is in one of three heaps, and they add up. */
function Balance({ counts, decided }: { counts: Counts; decided: number }) {
  const { rows, people, refusedRows, waitingRows } = counts;
  const heaps = [
    { count: people + decided, word: '人能收' },
    { count: waitingRows - decided, word: '行要问你' },
    { count: refusedRows - waitingRows, word: '行不收，都写着为什么' },
  ];
  return <Heaps heaps={heaps} of={rows} />;
}

function Body({ roster }: { roster: Roster }) {
  const { preview, done } = roster;
  return (
    <View className="stack">
      <StepBar steps={STEPS} current={done ? 2 : preview ? 1 : 0} chosen={[preview && roster.file?.name]} />
      {done ? (
        <Done roster={roster} done={done} />
      ) : preview ? (
        <Look roster={roster} preview={preview} />
      ) : (
        <Choose roster={roster} />
      )}
    </View>
  );
}

const SCREEN = { title: '导花名册', shell: 'staff' } as const;

function TakingIn({ unitId }: { unitId: string }) {
  const roster = useRoster(unitId);
  return (
    <Screen {...SCREEN} actions={<Foot roster={roster} />}>
      <Body roster={roster} />
    </Screen>
  );
}

/** The roster from Excel: looked at row by row before, and taken in once. */
export default function RosterPage() {
  return (
    <Gate who="office" words="导花名册要由社区工作人员或管理员来做。" screen={SCREEN}>
      {({ unitId }) => <TakingIn unitId={unitId} />}
    </Gate>
  );
}
