import { whole } from '../../components/page-boundary';
import Page from '../../household/bind/page';

export default whole(Page);
