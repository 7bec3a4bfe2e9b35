import { useRouter } from '@tarojs/taro';
import { ActivityView } from './activity-view';
import { NewActivity } from './new-activity';

/** A new activity; or one that stands, with its poster to print. */
export default function ActivityEditPage() {
  const { id } = useRouter().params;
  return id ? <ActivityView id={id} /> : <NewActivity />;
}
