import { whole } from '../../components/page-boundary';
import Page from '../../organisation/limits/page';

export default whole(Page);
