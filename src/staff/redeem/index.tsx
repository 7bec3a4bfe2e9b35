import { whole } from '../../components/page-boundary';
import Page from '../../reward/redeem/page';

export default whole(Page);
