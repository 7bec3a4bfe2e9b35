import { useState } from 'react';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import type { Refused } from '../../api';
import { readWhole } from '../../api/use-whole';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { RefusalAlert } from '../../components/refusal-alert';
import { fullDayWords } from '../../words/dates';
import { isCodeOf, type Night } from '../night-words';

/** Eight letters and the line between them. */
const TYPED_MAX = 12;

/** The code that stands on a paper is looked for among all that were ever published. */
function useCheck() {
  const [typed, type] = useState('');
  const [found, setFound] = useState<{ readonly night: Night | undefined }>();
  const [refusal, setRefusal] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    const all = await readWhole('ledger.nights', { limit: PAGE_MAX }, 'heads');
    setBusy(false);
    setRefusal(all.ok ? undefined : all);
    setFound(all.ok ? { night: all.data.find((night) => isCodeOf(typed, night)) } : undefined);
  };
  const write = (words: string) => {
    type(words);
    setFound(undefined);
  };
  return { typed, write, found, refusal, busy, check: () => void check() };
}

export function CheckCode() {
  const { typed, write, found, refusal, busy, check } = useCheck();
  return (
    <Card className="stack">
      <Field
        label="纸上的校验码"
        kind="code"
        value={typed}
        onInput={write}
        onConfirm={check}
        maxLength={TYPED_MAX}
        example="例如：7K4M-Q2XD"
        hint="存折、登记表、台账的左下角都印着"
      />
      <Button busy={busy} blocked={typed.trim() ? undefined : '先写上纸上的码'} onTap={check}>
        对一对
      </Button>
      <RefusalAlert refusal={refusal} onRetry={check} />
      {found?.night && (
        <Alert kind="done" title="公布过的就是这个码">
          {`它是 ${fullDayWords(found.night.day)} 的。这张纸是在那天的账上印的。`}
        </Alert>
      )}
      {found && !found.night && (
        <Alert kind="refused" title="公布过的没有这个码">
          看看是不是抄错了一个字。没抄错，请把这张纸给社区看。
        </Alert>
      )}
    </Card>
  );
}
