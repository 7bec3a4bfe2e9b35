import { useRouter } from '@tarojs/taro';
import { HomeView } from './home-view';
import { useHome } from './use-home';

export default function HomePage() {
  const { other, lost } = useRouter().params;
  return <HomeView state={useHome()} other={other !== undefined} lost={lost !== undefined} />;
}
