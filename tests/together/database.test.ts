import { together } from '../support/together';

together('database');
