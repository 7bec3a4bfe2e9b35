import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/button';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { Tappable } from '../../components/tappable';
import { TreeRings } from '../../components/tree-rings';
import { useAppearance } from '../../theme/appearance';
import type { HomeContent } from './content';
import { canSpeak, speak } from './speak';
import './page.scss';

const open = (url: string) => void Taro.navigateTo({ url });

function Mine({ lifetime, available, months }: HomeContent) {
  return (
    <View className="senior-mine card card-raised">
      <TreeRings months={months} newest="soft" className="senior-rings" />
      <Heading level={2} size="t-head">
        我的积分
      </Heading>
      <View className="senior-number num jade">{lifetime}</View>
      <View className="senior-foot">
        <View className="grow">
          可以兑换 <View className="senior-strong">{available}</View> 分
        </View>
        {canSpeak() && (
          <Button
            icon="speaker"
            label="念出我的积分"
            onTap={() => speak(`你一共有${lifetime}分，可以兑换${available}分。`)}
          >
            听一听
          </Button>
        )}
      </View>
    </View>
  );
}

interface PassWords {
  title: string;
  words: string;
  note: string;
  /** Where a tap does not lead on but asks again. */
  retry?: () => void;
}
function passWords(voucher: HomeContent['voucher']): PassWords {
  const title = '我的兑换券';
  if (!voucher) return { title, words: '现在没有可用的券', note: '点这里看看能换什么' };
  if (!('kind' in voucher))
    return { title: `我的${voucher.word}`, words: `有 ${voucher.count} 张可以用`, note: voucher.until };
  if (voucher.kind === 'looking') return { title, words: '正在看…', note: '看看有没有可以用的券' };
  return { title, words: '现在没能看到你的券', note: '券都还在。点这里再看一次', retry: voucher.retry };
}

function Pass({ voucher }: { voucher: HomeContent['voucher'] }) {
  const { title, words, note, retry } = passWords(voucher);
  return (
    <Tappable
      className="senior-card senior-pass"
      role={retry ? 'button' : 'link'}
      onTap={retry ?? (() => open('/pages/vouchers/index'))}
    >
      <View className="senior-icon senior-icon-soft">
        <Icon name="health-check" size={44} />
      </View>
      <View className="grow">
        <Heading level={2} size="t-head">
          {title}
        </Heading>
        <View className="strong">{words}</View>
        <View className="t-sub">{note}</View>
      </View>
      <Icon name={retry ? 'again' : 'forward'} />
    </Tappable>
  );
}

/** 关怀模式's home: three cards and somebody to ring. */
export function SeniorHome({ content }: { content: HomeContent }) {
  const { setLarge } = useAppearance();
  const { voucher, helper } = content;
  return (
    <View className="senior">
      <Mine {...content} />
      <Tappable className="senior-card senior-scan" role="link" onTap={() => open('/pages/scan/index')}>
        <View className="senior-icon">
          <Icon name="scan" size={44} />
        </View>
        <View className="grow">
          <Heading level={2} size="t-head">
            扫码签到
          </Heading>
          <View className="senior-note">到了活动现场，点这里</View>
        </View>
      </Tappable>
      <Pass voucher={voucher} />
      <View className="senior-ends">
        {helper && (
          <Button small icon="phone" onTap={() => void Taro.makePhoneCall({ phoneNumber: helper.phone })}>
            {`打给${helper.name}`}
          </Button>
        )}
        <Button small kind="quiet" onTap={() => setLarge(false)}>
          换回普通版
        </Button>
      </View>
    </View>
  );
}
