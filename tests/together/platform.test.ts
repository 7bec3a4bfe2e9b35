import { together } from '../support/together';

together('platform');
