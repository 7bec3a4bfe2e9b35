import { HomeView } from './home-view';
import { useHome } from './use-home';

export default function HomePage() {
  return <HomeView state={useHome()} />;
}
