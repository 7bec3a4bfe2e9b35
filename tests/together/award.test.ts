import { together } from '../support/together';

together('award');
