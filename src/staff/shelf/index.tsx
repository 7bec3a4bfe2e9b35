import { whole } from '../../components/page-boundary';
import Page from '../../reward/shelf/page';

export default whole(Page);
