import { together } from '../support/together';

together('oversight');
