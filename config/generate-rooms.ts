import { writeFileSync } from 'node:fs';
import registry from '../cloudfunctions/rooms/rooms.json';
import { filesFrom } from './rooms';

/** `npm run generate:rooms`, from the project's root. */
for (const [file, text] of Object.entries(filesFrom(registry))) writeFileSync(file, text);
