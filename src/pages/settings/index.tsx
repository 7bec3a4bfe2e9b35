import { whole } from '../../components/page-boundary';
import Page from '../../home/settings/page';

export default whole(Page);
