import { whole } from '../../components/page-boundary';
import Page from '../../household/inbox/page';

export default whole(Page);
