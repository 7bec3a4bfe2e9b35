import { whole } from '../../components/page-boundary';
import Page from '../../reward/voucher/page';

export default whole(Page);
