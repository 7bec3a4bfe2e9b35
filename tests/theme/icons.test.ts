import { readFileSync } from 'node:fs';
import path from 'node:path';
import { iconNames } from '../../src/components/icon/names';

describe('icons', () => {
  it('are drawn for every name that pages may ask for, and for no other', () => {
    const drawn = readFileSync(path.join(__dirname, '../../src/components/icon/shapes.scss'), 'utf8');
    const names = [...drawn.matchAll(/^\s{2}["']([a-z-]+)["']:/gm)].map((match) => match[1]);
    expect(names).toEqual([...iconNames]);
  });
});
