import Page from '../../catalogue/guidelines/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
