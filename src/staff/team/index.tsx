import { whole } from '../../components/page-boundary';
import Page from '../../organisation/team/page';

export default whole(Page);
