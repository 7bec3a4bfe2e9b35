import { Screen } from '../../components/screen';

export default function HomePage() {
  return <Screen title="行为银行" tab="home" />;
}
