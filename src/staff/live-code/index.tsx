import Page from '../../activity/live-code/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
