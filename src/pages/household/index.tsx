import { whole } from '../../components/page-boundary';
import Page from '../../household/my-household/page';

export default whole(Page);
