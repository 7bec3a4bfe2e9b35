import Page from '../../activity/activities/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
