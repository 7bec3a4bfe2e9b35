import { together } from '../support/together';

together('catalogue');
