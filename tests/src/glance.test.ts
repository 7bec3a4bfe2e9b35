import { createGlance } from '../../src/device/scanner/glance';

describe('a camera that looks on after it has found a code', () => {
  it('gives a code once, however long it is held', () => {
    const glance = createGlance();
    const given = Array.from({ length: 240 }, (_, i) => glance('code', i * 250)).filter(Boolean);
    expect(given).toEqual(['code']);
  });

  it('gives it once, too, when some pictures in between are blurred', () => {
    const glance = createGlance();
    const given = Array.from({ length: 240 }, (_, i) => glance(i % 8 === 0 ? 'code' : null, i * 250)).filter(Boolean);
    expect(given).toEqual(['code']);
  });

  it('gives the next one at once, and the first when it comes back', () => {
    const glance = createGlance();
    expect([glance('foreign', 0), glance('ours', 250), glance('ours', 500), glance('foreign', 750)]).toEqual([
      'foreign',
      'ours',
      undefined,
      'foreign',
    ]);
  });

  it('lets a new one wait while the one before is asked about, however long that takes', () => {
    const glance = createGlance();
    expect(glance('old', 0)).toBe('old');
    for (let ms = 250; ms < 9_000; ms += 250) expect(glance('old', ms, true)).toBeUndefined();
    expect(glance('old', 9_000)).toBeUndefined();
    expect(glance('new', 9_250, true)).toBeUndefined();
    expect(glance('new', 9_500)).toBe('new');
  });

  it('gives the same again after it was away for some seconds: whoever shows it anew means it', () => {
    const glance = createGlance();
    expect(glance('code', 0)).toBe('code');
    expect(glance('code', 2_900)).toBeUndefined();
    expect(glance('code', 6_000)).toBe('code');
  });
});
