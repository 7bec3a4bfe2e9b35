import { together } from '../support/together';

together('household');
