/**
 * What WeChat asks of the built mini-program, gate by gate (config/check-weapp/). Each gate reads dist/weapp, and then
 * must refuse every fault planted in a copy of it: a gate that lets everything pass looks just like one that works.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { absent } from './check-weapp/absent.mjs';
import { compilers } from './check-weapp/compilers.mjs';
import { sizes } from './check-weapp/sizes.mjs';
import { syntax } from './check-weapp/syntax.mjs';
import { root } from './esbuild.mjs';

const gates = [compilers, syntax, absent, sizes];
const built = path.join(root, 'dist/weapp');

/** The plants of a gate that it did not name as what they are. */
function missedPlants({ name, check, plants }) {
  return plants.filter(({ what, plant, caught }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'check-weapp-'));
    try {
      cpSync(built, folder, { recursive: true });
      plant(folder);
      const { faults } = check(folder);
      const right = faults.some((fault) => caught.test(fault));
      if (!right) console.error(`weapp: ${name}: planted ${what}; named: ${faults.join('; ') || 'nothing'}`);
      return !right;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function runGate(gate) {
  const { faults, said } = gate.check(built);
  for (const fault of faults) console.error(`weapp: ${gate.name}: ${fault}`);
  const missed = missedPlants(gate);
  console.log(
    `weapp: ${gate.name}: ${said}; ${faults.length} faults; ${gate.plants.length} plants, ${missed.length} missed`,
  );
  return faults.length + missed.length;
}

if (!existsSync(path.join(built, 'app.json'))) {
  console.error('weapp: dist/weapp is not built (npm run build:weapp)');
  process.exit(1);
}
const wrong = gates.map(runGate).reduce((sum, count) => sum + count, 0);
process.exitCode = wrong > 0 ? 1 : 0;
