import Page from '../../activity/arrivals/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
