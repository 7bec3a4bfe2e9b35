import { together } from '../support/together';

together('ledger');
