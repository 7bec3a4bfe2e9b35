import { together } from '../support/together';

together('organisation');
