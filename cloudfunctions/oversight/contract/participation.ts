import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { CountOfAll, Cursor, DateText, Id, Limit, Millis, Total } from '../../kit/fields';
import { Setting, Stage } from '../../organisation/contract';
import { MONTHS_BACK_MAX, MONTHS_SHOWN, WITHOUT_POINTS } from '../../values/participation';
import { SUPERVISORS } from '../../values/roles';

const Share = z
  .strictObject({
    withPoints: Total.describe('Of those on the roster, who have a posted credit for a deed of the month.'),
    onRoster: Total.describe(
      'On the last day that counts; the dead and those who have left are out from their day on.',
    ),
  })
  .describe('What a participation rate is made of.');

const PersonTimes = Total.describe('人次: posted credits of people and households, corrected ones left out.');

const Counted = z.strictObject({
  month: z.string().describe('YYYY-MM, by the day of the deed in Asia/Shanghai.'),
  until: DateText.describe('The last day that counts: of the month, or today.'),
  households: Share,
  people: Share.describe('A credit to a household counts for the household and for no person.'),
  personTimes: PersonTimes,
});
const Months = z.array(Counted).min(1).max(MONTHS_SHOWN).describe('The oldest first.');
const MonthsBack = z
  .int()
  .min(0)
  .max(MONTHS_BACK_MAX)
  .default(0)
  .describe('Which month: so many before the present one.');

export const participation = defineAction({
  name: 'oversight.participation',
  summary:
    'Who took part in the communities of a unit, in the order of their codes and never by rank: each figure is the sum of its entries, told with what it is a share of. People count where they live.',
  input: z.strictObject({
    unitId: Id.describe('A city, district, street or community.'),
    monthsBack: MonthsBack,
    months: z.int().min(1).max(MONTHS_SHOWN).default(1).describe('How many months, that one the last of them.'),
    only: z
      .strictObject({
        setting: Setting.optional().describe('In a town, or in the country.'),
        stage: Stage.optional().describe('How far they are with the scheme.'),
      })
      .default({})
      .describe('Communities of which all of this is so.'),
    cursor: Cursor.optional(),
    limit: Limit.default(100),
  }),
  output: z.strictObject({
    units: z.array(
      z.strictObject({
        unitId: Id,
        code: z.string().describe('What they are ordered by.'),
        name: z.string(),
        above: z.string().describe('What it stands in: a street or a town.'),
        mergedInto: z.string().nullable().describe('The community that is there in its place; null for most.'),
        setting: Setting.nullable().describe('In a town, or in the country.'),
        stage: Stage.nullable().describe('How far it is with the scheme.'),
        tags: z.array(z.string()).max(20),
        startedOn: DateText.nullable(),
        months: Months,
      }),
    ),
    count: CountOfAll,
    months: Months.describe('Of all of them together, the oldest first.'),
    countedAtMs: Millis.describe(
      'Every entry up to here is in all of the figures: counted once in a while, not for each who asks.',
    ),
    communitiesWithPoints: Total.describe('Communities with a posted credit in the month.'),
    isDemo: z.boolean().describe('Made-up data.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...SUPERVISORS)],
  effect: 'read',
});

/** Most in number first, the rest in one. */
export const CATEGORIES_MAX = 12;

export const community = defineAction({
  name: 'oversight.community',
  summary:
    'What was done in a community in a month, by category, and which households have no points yet, by what the register knows of them.',
  input: z.strictObject({ unitId: Id.describe('A community.'), monthsBack: MonthsBack }),
  output: z.strictObject({
    counted: Counted,
    categories: z
      .array(z.strictObject({ category: z.string(), personTimes: PersonTimes, points: Total }))
      .max(CATEGORIES_MAX)
      .describe('The most frequent first.'),
    otherCategories: z
      .strictObject({ count: Total, personTimes: PersonTimes, points: Total })
      .describe('Those that are not listed, together.'),
    withoutPoints: z
      .array(
        z.strictObject({
          because: z
            .enum(WITHOUT_POINTS)
            .describe(
              'newcomer: on the roster for less than a month; movedIn: for less than half a year, and later than the community had begun; outOfReach: nobody has bound an account, and there is no card; oldAlone: an old person who lives alone; earlier: had points before.',
            ),
          households: Total.describe('How many of them.'),
        }),
      )
      .max(WITHOUT_POINTS.length)
      .describe(
        'Each household counts once, under the first that is so; whether it can be reached is told as it is now.',
      ),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...SUPERVISORS)],
  effect: 'read',
});
