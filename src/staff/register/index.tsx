import { whole } from '../../components/page-boundary';
import Page from '../../reward/register/page';

export default whole(Page);
