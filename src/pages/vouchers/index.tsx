import { whole } from '../../components/page-boundary';
import Page from '../../reward/vouchers/page';

export default whole(Page);
