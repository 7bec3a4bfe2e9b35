import { together } from '../support/together';

together('reward');
