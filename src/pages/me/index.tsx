import { whole } from '../../components/page-boundary';
import Page from '../../home/me/page';

export default whole(Page);
