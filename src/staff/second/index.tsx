import { whole } from '../../components/page-boundary';
import Page from '../../home/second/page';

export default whole(Page);
