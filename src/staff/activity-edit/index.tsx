import Page from '../../activity/activity-edit/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
