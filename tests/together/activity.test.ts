import { together } from '../support/together';

together('activity');
