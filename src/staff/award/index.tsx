import Page from '../../award/award/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
