import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { understand } from '../../../cloudfunctions/values/codes';
import { QUERY_MAX } from '../../../cloudfunctions/values/limits';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Camera } from '../../device/scanner/camera';
import { NotOpened } from '../../device/scanner/not-opened';
import { useWeChatScan } from '../../device/scanner/use-wechat-scan';
import type { Finder } from './use-finder';
import './search-row.scss';

const WEB = process.env.TARO_ENV === 'h5';
const TYPE_IT = '也可以在上面输入积分卡上的十位数字。';

interface Props {
  finder: Finder;
  byCodeOnly?: boolean;
  /** The camera opens by itself: at a door one comes after the other. */
  startsScanning?: boolean;
}

/** The two ways to look for somebody, as they stand now. */
export function useSearch({ finder, byCodeOnly = false, startsScanning = false }: Props) {
  const [looking, setLooking] = useState(WEB && startsScanning);
  const [unknown, setUnknown] = useState(false);
  const take = (text: string) => {
    setLooking(false);
    const { kind } = understand(text);
    const known = kind === 'card' || kind === 'personalCode';
    setUnknown(!known);
    if (known) finder.scan(text);
  };
  const weChat = useWeChatScan(take);
  const scan = () => (WEB ? setLooking(!looking) : void weChat.scan());
  const openWeChat = useRef(weChat.scan);
  useEffect(() => {
    if (!WEB && startsScanning) void openWeChat.current();
  }, [startsScanning]);
  return { finder, byCodeOnly, looking, unknown, take, scan, refused: weChat.refused };
}
type Search = ReturnType<typeof useSearch>;

/** One line: where it is typed, and the way to the camera. */
export function SearchLine({ search }: { search: Search }) {
  const { finder, byCodeOnly, looking, scan } = search;
  return (
    <View className="search-row">
      <View className="grow">
        <Field
          label="找人"
          labelHidden
          kind="search"
          icon="search"
          example={byCodeOnly ? '积分卡上的十位数字' : '姓名、手机尾号'}
          value={finder.typed}
          onInput={finder.type}
          maxLength={QUERY_MAX}
        />
      </View>
      <Button icon="scan" onTap={scan}>
        {looking ? '不扫了' : byCodeOnly ? '扫他的码' : '扫积分卡'}
      </Button>
    </View>
  );
}

/** What the camera sees, and what was found instead of a card. */
export function Scanned({ search }: { search: Search }) {
  const { finder, byCodeOnly, looking, unknown, take, scan, refused } = search;
  return (
    <>
      {looking && (
        <View className="stack">
          <Camera onFound={take} otherwise={TYPE_IT} />
          <View className="t-sub centred">把家庭积分卡或居民的个人码放在框里。也可以在上面输入卡上的十位数字。</View>
        </View>
      )}
      {refused && <NotOpened otherwise={TYPE_IT} onRetry={scan} />}
      {unknown && (
        <Alert kind="refused" title="这不是积分卡，也不是个人码。">
          {byCodeOnly ? '请扫他的“我的码”，或者他家积分卡上的码。' : '请扫家庭积分卡上的码，或者输入姓名来找。'}
        </Alert>
      )}
      {finder.scanned && <Alert kind="info" title="扫到的这一家" action={{ word: '看全部', onTap: finder.clear }} />}
    </>
  );
}

/**
 * Name, phone tail, household number or the digits of a card are typed; a card or a personal code is scanned. `byCodeOnly`
 * for supervisors, who find nobody by name.
 */
export function SearchRow(props: Props) {
  const search = useSearch(props);
  return (
    <View className="stack">
      <SearchLine search={search} />
      <Scanned search={search} />
    </View>
  );
}
