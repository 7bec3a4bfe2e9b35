import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, family, lifetimeOf, type Scene, screenOf, setScene } from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});

const A_MOMENT_MS = 200;
const aMoment = () => new Promise<'nothing yet'>((done) => setTimeout(done, A_MOMENT_MS, 'nothing yet'));

/** As activity.cancel has it: its lock, then its change. */
const CANCELLING = `with locked as (select id from activity where id = $1 for update)
  update activity set cancelled_at = now() from locked where activity.id = locked.id`;

/** Runs while somebody else's transaction has made a change that nobody sees yet; then it is committed. */
async function beforeCommitOf(sql: string, id: string, go: () => Promise<void>) {
  const other = await database.ownerPool.connect();
  try {
    await other.query('begin');
    await other.query(sql, [id]);
    await go();
  } finally {
    await other.query('commit');
    other.release();
  }
}

describe('an activity that is cancelled while a check-in is on its way', () => {
  it('counts nobody any more, whichever way they check in; others in the same commit are counted', async () => {
    const { activityId } = await announce(scene);
    const other = await screenOf(scene, (await announce(scene)).activityId);
    const screen = await screenOf(scene, activityId);
    const { head: parent, memberIds } = await family(
      scene,
      { name: '李建国' },
      { name: '李小宝', bornOn: '2019-01-01' },
    );
    const [, childId = ''] = memberIds;
    const [scans, stays, elsewhere] = [
      (await family(scene)).head,
      (await family(scene)).head,
      (await family(scene)).head,
    ];
    await scene.ask(parent, 'checkIn', { code: screen.codeAt(TEST_NOW_MS) });
    const sent: Promise<{ ok: boolean; code?: string }>[] = [];
    await beforeCommitOf(CANCELLING, activityId, async () => {
      sent.push(
        scene.ask(scans, 'checkIn', { code: screen.codeAt(TEST_NOW_MS) }),
        scene.ask(parent, 'bringAlong', { activityId, alongIds: [childId] }),
        scene.ask(scene.staff, 'checkInResident', { activityId, residentIds: [stays.residentId], how: 'name' }),
        scene.ask(elsewhere, 'checkIn', { code: other.codeAt(TEST_NOW_MS) }),
      );
      await aMoment();
    });
    const codes = (await Promise.all(sent)).map(codeOf);
    expect(codes).toEqual(['ACTIVITY_CANCELLED', 'ACTIVITY_CANCELLED', 'ACTIVITY_CANCELLED', 'ok']);
    const points = [scans.residentId, childId, stays.residentId].map((id) => lifetimeOf(scene, id));
    expect(await Promise.all(points)).toEqual([0, 0, 0]);
    expect(await lifetimeOf(scene, elsewhere.residentId)).toBe(5);
  });

  it('is told so when the one who came first has been counted', async () => {
    const { activityId } = await announce(scene);
    const code = (await screenOf(scene, activityId)).codeAt(TEST_NOW_MS);
    const { head, householdId } = await family(scene);
    const told: string[] = [];
    const note = (what: string) => (answer: { ok: boolean; code?: string }) =>
      void told.push(`${what} ${codeOf(answer)}`);
    const sent: Promise<void>[] = [];
    await beforeCommitOf('select 1 from household where id = $1 for update', householdId, async () => {
      sent.push(scene.ask(head, 'checkIn', { code }).then(note('check-in')));
      await aMoment();
      sent.push(scene.ask(scene.staff, 'cancel', { activityId }).then(note('cancel')));
      expect(await Promise.race([aMoment(), ...sent])).toBe('nothing yet');
    });
    await Promise.all(sent);
    expect(told).toEqual(['check-in ok', 'cancel ok']);
  });

  it('signing up holds no check-in back', async () => {
    const { activityId } = await announce(scene, { signUp: 'open' });
    const code = (await screenOf(scene, activityId)).codeAt(TEST_NOW_MS);
    const { head } = await family(scene);
    await beforeCommitOf('select 1 from activity where id = $1 for no key update', activityId, async () => {
      expect(codeOf(await scene.ask(head, 'checkIn', { code }))).toBe('ok');
    });
  });
});
