import Page from '../../award/given/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
