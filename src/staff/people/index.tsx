import { PeoplePage } from '../../household/people/page';
import { HeldVouchers } from '../../reward/held-vouchers';

export default () => <PeoplePage holdings={HeldVouchers} />;
