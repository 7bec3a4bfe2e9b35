import Page from '../../activity/activity/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
