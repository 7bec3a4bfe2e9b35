import Page from '../../activity/scan/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
