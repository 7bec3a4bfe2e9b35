import { whole } from '../../components/page-boundary';
import Page from '../../household/applications/page';

export default whole(Page);
