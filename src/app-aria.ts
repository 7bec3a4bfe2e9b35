import { mergeInternalComponents } from '@tarojs/shared';
import spoken from './app-aria.json';

/** The runtime's half of `config/aria.js`: which components carry which of the words that WeChat's reader understands. */
mergeInternalComponents(Object.fromEntries(spoken.components.map((name) => [name, spoken.attributes])));
