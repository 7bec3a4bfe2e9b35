import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Named } from '../../household';
import { DateText, PersonName, Phone, Sentence, UnitName, UnitPhone, visibleText } from '../../kit/fields';
import { Setting } from '../../organisation/contract';
import { UNIT_CODE } from '../../values/units';

const UnitPlan = z.strictObject({ name: UnitName, code: z.string().regex(UNIT_CODE) });

/** What no action could begin with: one branch of the tree and the one person above whom nobody stands. */
export const FoundingPlan = z.strictObject({
  city: UnitPlan,
  district: UnitPlan,
  street: UnitPlan,
  community: UnitPlan.extend({ setting: Setting, phone: UnitPhone.optional() }),
  /** City supervisor, and admin of that community until they appoint somebody else. */
  first: z.strictObject({
    name: PersonName,
    phone: Phone,
    bornOn: DateText.optional(),
    address: Sentence,
    /** As in the roster that will be imported: by it, name and birth date they are found again. */
    householdNumber: visibleText(20),
  }),
});
export type FoundingPlan = z.output<typeof FoundingPlan>;

/** Who is to be the city's first supervisor from now on. */
const SupervisorNamed = z.strictObject({
  householdNumber: visibleText(20),
  /** Where two communities have the same number. */
  communityCode: z.string().optional(),
  name: PersonName,
  bornOn: DateText.optional(),
});

/** Throws with what is wrong and where, in one line. */
export function readPlan(file: string | undefined): FoundingPlan {
  if (!file) throw new Error('Name the file that says what to found: npm run found -- founding.json (docs/deploy.md).');
  return readAs(FoundingPlan, file);
}

const USAGE = 'npm run supervisor -- who.json, and --again where their account is lost (docs/deploy.md)';

/** The same for `npm run supervisor`. */
export function readSupervisor(args: readonly string[]): { readonly named: Named; readonly isAccountLost: boolean } {
  const [file, ...more] = args.filter((arg) => arg !== '--again');
  if (!file || more.length > 0) throw new Error(`Name the one file that says who: ${USAGE}.`);
  return { named: readAs(SupervisorNamed, file), isAccountLost: args.includes('--again') };
}

function readAs<T extends z.ZodType>(schema: T, file: string): z.output<T> {
  const read = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  throw new Error(`${file} cannot be used: ${faults.join('; ')}`);
}
