import { whole } from '../../components/page-boundary';
import Page from '../../household/roster/page';

export default whole(Page);
