import { readFileSync } from 'node:fs';
import { CODE_GUARDS } from '../reliability/guards/code-guards';

/** The long run that leaves each guard out is asked for rarely; that each still stands where it is said to, is seen always. */
describe('guards of the code', () => {
  it('stand in their files exactly once', () => {
    const places = CODE_GUARDS.map(({ file, text }) => ({
      file,
      text,
      times: readFileSync(file, 'utf8').split(text).length - 1,
    }));
    expect(places.filter(({ times }) => times !== 1)).toEqual([]);
  });
});
