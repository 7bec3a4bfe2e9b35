import { whole } from '../../components/page-boundary';
import Page from '../../organisation/unit-changes/page';

export default whole(Page);
