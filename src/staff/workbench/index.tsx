import { whole } from '../../components/page-boundary';
import Page from '../../home/workbench/page';

export default whole(Page);
