import Page from '../../activity/thanks/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
