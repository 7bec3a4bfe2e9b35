import { useState } from 'react';
import { BYTES_32, COUNTERSIGNER_NAME_MAX } from '../../../cloudfunctions/values/receipt';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { RefusalAlert } from '../../components/refusal-alert';

/** As it is copied: in groups, or in capitals. */
const keyIn = (typed: string) => typed.replace(/\s/g, '').toLowerCase();

function missingIn(name: string, key: string): string | undefined {
  if (!name.trim()) return '先写是谁的';
  return BYTES_32.test(keyIn(key)) ? undefined : '公钥是 64 个数字和字母，一个都不能少';
}

/** The first of two says whose key it is; the second one confirms it. */
export function NameKey({ unitId, onDone }: { unitId: string; onDone: (words: string) => void }) {
  const { run, busy, refusal } = useWrite('ledger.nameCountersigner');
  const [name, setName] = useState('村务监督委员会');
  const [key, setKey] = useState('');
  const send = async () => {
    if (await run({ unitId, name: name.trim(), publicKey: keyIn(key) }))
      onDone('记下了。再有一位管理员或者上级核对过、点头，这把公钥就能用');
  };
  return (
    <Card className="stack">
      <Field
        label="是谁的"
        value={name}
        onInput={setName}
        hint="写职务，不写人名。不能是在社区里管积分的人。"
        maxLength={COUNTERSIGNER_NAME_MAX}
      />
      <Field label="他们给的公钥" kind="lines" value={key} onInput={setKey} maxLength={120} />
      <RefusalAlert refusal={refusal} />
      <Button busy={busy} blocked={missingIn(name, key)} onTap={() => void send()}>
        登记，等第二个人
      </Button>
    </Card>
  );
}
