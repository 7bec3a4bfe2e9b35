process.env.PAGES = JSON.stringify({
  main: ['pages/home/index', 'pages/scan/index', 'pages/voucher/index', 'pages/sign-in/index'],
  staff: ['award/index'],
});
const { wayBack } =
  require('../../src/session/sign-in/way-back') as typeof import('../../src/session/sign-in/way-back');

const back = (link: string) => wayBack(encodeURIComponent(link));

describe('the way back after signing in', () => {
  it('is any page of the app, with what it was opened with', () => {
    for (const link of [
      '/pages/home/index',
      '/staff/award/index?item=5',
      '/pages/voucher/index?id=5&fresh=1',
      `/pages/scan/index?q=${encodeURIComponent('https://bank.example/a/CODE?x=1')}`,
    ])
      expect(back(link)).toBe(link);
  });

  it('is never another place', () => {
    for (const link of [
      '//evil.example/pages/home/index',
      'https://evil.example/pages/home/index',
      '/\\evil.example',
      '\\\\evil.example/pages/home/index',
      '/pages/home/../../../evil',
      '/pages/home/index/',
      '\t/pages/home/index',
      'javascript:alert(1)',
      '/api/session',
      '/staff/nothing/index',
      '',
    ])
      expect(back(link)).toBeUndefined();
    expect(wayBack(undefined)).toBeUndefined();
    expect(wayBack('%E0%A4%A')).toBeUndefined();
  });

  it('is not the sign-in page once more', () => {
    expect(back('/pages/sign-in/index?to=%2Fpages%2Fhome%2Findex')).toBeUndefined();
  });
});
