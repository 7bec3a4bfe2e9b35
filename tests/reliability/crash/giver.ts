// Gives points as fast as it can until it is killed, and says what it asks and what it was answered.
import { randomUUID } from 'node:crypto';
import { createDatabase } from '../../../cloudfunctions/database/connect';
import { testWorld } from '../../support/world';
import { openDesk } from '../matrix/desk';
import { giftOf } from './giving';

const LANES = 4;
const [url = '', identityId = '', itemId = '', ...residentIds] = process.argv.slice(2);
const desk = openDesk(testWorld({ ...createDatabase({ url }) }));
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function giveOn(lane: number): Promise<never> {
  for (let i = lane; ; i += LANES) {
    const requestId = randomUUID();
    const input = giftOf({ itemId, residentIds }, i);
    say({ asked: requestId, input });
    const answer = await desk.ask({ kind: 'session', identityId }, 'award.give', input, requestId);
    say({ answered: requestId, answer });
  }
}
for (let lane = 0; lane < LANES; lane++) void giveOn(lane);
