import { together } from '../support/together';

together('values');
