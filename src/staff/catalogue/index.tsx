import Page from '../../catalogue/catalogue/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
