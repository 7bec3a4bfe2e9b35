import { View } from '@tarojs/components';
import { MOBILE_DIGITS, PERSON_NAME_MAX } from '../../../cloudfunctions/values/limits';
import { useWhole } from '../../api/use-whole';
import { useWrite } from '../../api/use-write';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { forgetJoinDraft, type JoinDraft } from '../../session/join-draft';
import { CONSENT_VERSION, Consent } from '../consent';
import type { Application } from './use-application';

/** What is still missing, as a sentence; undefined when it can be sent. */
function missing({ communityId, name, phone, address }: JoinDraft, agreed: boolean): string | undefined {
  if (!communityId) return '先选你住的社区';
  if (!name.trim()) return '先填姓名';
  if (!/^1\d{10}$/.test(phone)) return '手机号要十一位';
  if (!address.trim()) return '先填住址';
  return agreed ? undefined : '先看一下上面的说明，点同意';
}

function Communities({ chosen, choose }: { chosen: string; choose: (id: string) => void }) {
  const tree = useWhole('organisation.tree', { levels: ['community'] }, 'units');
  return (
    <Answer of={tree} amid rows={3}>
      {(units) => (
        <List label="你住在哪个社区">
          {units.map(({ unitId: id, name }) => (
            <Checkbox key={id} role="radio" words={name} checked={id === chosen} onChange={() => choose(id)} />
          ))}
        </List>
      )}
    </Answer>
  );
}

/** For those without a card: a grid worker looks at it and decides. */
export function ByApplication({ application, onSent }: { application: Application; onSent: () => void }) {
  const { form, set, agreed, setAgreed } = application;
  const { run, busy, refusal } = useWrite('household.applyToBind');
  const send = async () => {
    const { communityId, name, phone, address, bornOn } = form;
    const about = { communityId, name: name.trim(), phone, address: address.trim(), ...(bornOn && { bornOn }) };
    if (!(await run({ ...about, consent: { version: CONSENT_VERSION, agreed: true } }))) return;
    forgetJoinDraft();
    onSent();
  };
  return (
    <View className="stack">
      <SectionHeader title="你住在哪个社区" />
      <Communities chosen={form.communityId} choose={set('communityId')} />
      <Field
        label="姓名"
        value={form.name}
        onInput={set('name')}
        maxLength={PERSON_NAME_MAX}
        hint="和花名册对得上，网格员好认"
      />
      <Field
        label="手机号"
        kind="tel"
        value={form.phone}
        onInput={set('phone')}
        maxLength={MOBILE_DIGITS}
        hint="只用来核对和联系你"
      />
      <Field
        label="住址"
        value={form.address}
        onInput={set('address')}
        example="浏河路 8 号 2 单元 301"
        maxLength={100}
        hint="按现在住的地方写，租房也可以"
      />
      <Field
        label="出生日期（可以不填）"
        kind="date"
        value={form.bornOn}
        onInput={set('bornOn')}
        hint="有的奖励看年龄，比如体检"
      />
      <Consent agreed={agreed} onChange={setAgreed} />
      <RefusalAlert refusal={refusal} onRetry={() => void send()} />
      <Button kind="primary" wide busy={busy} blocked={missing(form, agreed)} onTap={() => void send()}>
        交给网格员
      </Button>
    </View>
  );
}
