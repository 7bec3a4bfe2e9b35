import { View } from '@tarojs/components';
import { ActionBar } from '../components/action-bar';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { iconNames } from '../components/icon/names';
import { Screen } from '../components/screen';

export default function GalleryPage() {
  return (
    <Screen
      title="全部零件"
      lead="给做页面的人看"
      tab="home"
      actions={
        <ActionBar>
          <Button onTap={() => {}}>帮家人报</Button>
          <Button kind="primary" onTap={() => {}}>
            我要报名
          </Button>
        </ActionBar>
      }
    >
      <View className="row" style={{ flexWrap: 'wrap' }}>
        {iconNames.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </View>
      <View className="stack">
        <Button kind="primary" wide onTap={() => {}}>
          用 120 分兑换
        </Button>
        <Button wide busy onTap={() => {}}>
          正在发
        </Button>
        <Button wide blocked="还差 54 分，再参加几次活动就够了" onTap={() => {}}>
          用 240 分兑换
        </Button>
        <Button kind="quiet" onTap={() => {}}>
          换回普通版
        </Button>
      </View>
    </Screen>
  );
}
