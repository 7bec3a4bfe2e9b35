import { whole } from '../../components/page-boundary';
import Page from '../../organisation/units/page';

export default whole(Page);
