import Page from '../../catalogue/rules/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
