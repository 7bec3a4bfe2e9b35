import { whole } from '../../components/page-boundary';
import Page from '../../household/staff-person/page';

export default whole(Page);
