import Page from '../../activity/held/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
