import { whole } from '../../components/page-boundary';
import Page from '../../home/home/page';

export default whole(Page);
