import { whole } from '../../components/page-boundary';
import Page from '../../household/card-print/page';

export default whole(Page);
