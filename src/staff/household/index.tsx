import { HouseholdPage } from '../../household/staff-household/page';
import { HeldVouchers } from '../../reward/held-vouchers';

export default () => <HouseholdPage holdings={HeldVouchers} />;
