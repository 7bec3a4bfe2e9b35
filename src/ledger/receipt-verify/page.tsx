import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { receiptNumber } from '../../../cloudfunctions/values/receipt';
import { useRead } from '../../api/use-read';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { Facts } from '../../components/facts';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { PointsBadge } from '../../components/points-badge';
import { Screen } from '../../components/screen';
import { ShownCode } from '../../components/shown-code';
import { TextFileButton } from '../../device/files/text-file-button';
import { goTo } from '../../ways';
import { fullDayWords, timeWords } from '../../words/dates';
import { KINDS } from '../lines';
import { HowKnown } from '../receipt/how-known';
import { withOutside } from '../receipt/receipt-words';
import { readShared, type SharedReceipt } from '../receipt/shared';
import { trustedKey } from '../receipt/trusted-key';
import { useOutside } from '../receipt/use-outside';
import { useVerdict } from '../receipt/use-verdict';
import { VerdictPanel } from '../receipt/verdict';

/** What came with the address, behind its #: no server has seen it. WeChat has no such part, and hands it on as `r`. */
function givenAtFirst(r: string | undefined): SharedReceipt | undefined {
  if (process.env.TARO_ENV === 'h5' && window.location.hash) return readShared(window.location.hash);
  return r ? readShared(`r=${r}`) : undefined;
}

function Shown({ shared }: { shared: SharedReceipt }) {
  const { receipt, name, rule } = shared;
  const published = useRead('ledger.nights', { limit: 1 });
  const { key, isBuiltIn } = trustedKey(published.data?.publicKey ?? '');
  const isKeyKnown = isBuiltIn || published.data !== undefined || published.refusal !== undefined;
  const outside = useOutside(receipt.checkpoint);
  const verdict = withOutside(useVerdict(isKeyKnown ? receipt : undefined, key), outside);
  const { entry, hash } = receipt;
  return (
    <View className="stack">
      <VerdictPanel verdict={verdict} />
      <View className="row">
        <View className="grow">
          <Heading level={1} size="t-head">
            {entry.title}
          </Heading>
          <View className="t-sub">{fullDayWords(entry.deedDate)}</View>
        </View>
        <PointsBadge points={entry.points} kind={KINDS[entry.kind]} />
      </View>
      <HowKnown receipt={receipt} verdict={verdict} outside={outside} isBuiltIn={isBuiltIn} />
      <Facts
        card
        items={[
          { term: '回执编号', value: receiptNumber(entry.postedAtMs, hash) },
          {
            term: '记账时间',
            value: `${fullDayWords(businessDate(entry.postedAtMs))} ${timeWords(entry.postedAtMs)}`,
          },
          { term: '这一笔的校验码', value: <ShownCode name="校验码" code={hash} small /> },
        ]}
      />
      {(name || rule) && (
        <Facts
          card
          items={[
            ...(name ? [{ term: '谁的', value: name }] : []),
            ...(rule ? [{ term: '按哪一条', value: rule }] : []),
            { term: '提醒', value: '名字和这一条是给你回执的人写上的，不在签字里。' },
          ]}
        />
      )}
    </View>
  );
}

/** Nothing was given yet: a link that was copied, or the file. */
function Ask({ onGiven }: { onGiven: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <View className="stack">
      <View>谁都能核对，不用登录。把别人发来的回执链接贴在这里，或者选回执文件。</View>
      <Field label="回执链接" kind="lines" value={text} onInput={setText} maxLength={10_000} />
      <Button kind="primary" blocked={text.trim() ? undefined : '先把链接贴进来'} onTap={() => onGiven(text.trim())}>
        核对
      </Button>
      <TextFileButton onChosen={onGiven}>选回执文件</TextFileButton>
    </View>
  );
}

/** For anyone who was handed a receipt: without signing in, and reckoned on the device. */
export default function ReceiptVerifyPage() {
  const { r } = useRouter().params;
  const [shared, setShared] = useState(() => givenAtFirst(r));
  const [isUnknown, setUnknown] = useState(false);
  const take = (text: string) => {
    const found = readShared(text);
    setShared(found);
    setUnknown(!found);
  };
  const bar = (
    <ActionBar>
      <Button onTap={() => goTo('pages/nights')}>每晚公布的校验码</Button>
      {shared && (
        <Button kind="primary" icon="again" onTap={() => setShared(undefined)}>
          再核对一张
        </Button>
      )}
    </ActionBar>
  );
  return (
    <Screen title="核对回执" actions={bar}>
      <View className="stack">
        {isUnknown && !shared && <VerdictPanel verdict="noReceipt" />}
        {shared ? <Shown key={shared.receipt.hash} shared={shared} /> : <Ask onGiven={take} />}
      </View>
    </Screen>
  );
}
