import { whole } from '../../components/page-boundary';
import Page from '../../reward/staff-rewards/page';

export default whole(Page);
