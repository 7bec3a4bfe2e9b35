import { together } from '../support/together';

together('jobs');
