import { whole } from '../../components/page-boundary';
import Page from '../../reward/verify/page';

export default whole(Page);
