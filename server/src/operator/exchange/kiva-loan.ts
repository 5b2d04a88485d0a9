import { type Entrepreneur, EntrepreneurSchema } from '@bloomvale/shared/content/lending';
import { err, ok, type Result } from '@bloomvale/shared/result';
import { z } from 'zod';

/** Languages of the texts, in the order in which they stand in a file. */
const LANGUAGES = ['en', 'fr'] as const;

/**
 * One catalogue entry under the names that Kiva's public API uses (microfinance.md 1.5): `location`, `borrowers`, `description.texts`, `terms`;
 * what Kiva has no name for stands under our own. Amounts in whole coins, cost in percent a year.
 */
export type KivaLoan = {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
  readonly borrower_count: number;
  readonly men: number;
  readonly gender: Entrepreneur['gender'];
  readonly sector: string;
  readonly activity: Texts;
  readonly use: Texts;
  readonly description: { readonly languages: readonly string[]; readonly texts: Texts };
  readonly quote: Texts;
  readonly letter: Texts;
  readonly image: Entrepreneur['look'];
  readonly location: {
    readonly country_code: string;
    readonly town: string;
    readonly geo: { readonly level: 'town'; readonly type: 'point'; readonly pairs: string };
  };
  readonly partner_id: string;
  readonly terms: {
    readonly product_id: string;
    readonly loan_amount: number;
    readonly risk_grade: string;
    readonly borrower_cost_percent: number;
  };
  readonly chapters?: Entrepreneur['chapters'];
};
type Texts = { readonly en: string; readonly fr: string };

export function toKivaLoan(person: Entrepreneur): KivaLoan {
  return {
    id: person.id,
    name: person.name,
    short_name: person.shortName,
    borrower_count: person.group?.members ?? 1,
    men: person.group?.men ?? (person.gender === 'man' ? 1 : 0),
    gender: person.gender,
    sector: person.sector,
    activity: person.activity,
    use: person.use,
    description: { languages: LANGUAGES, texts: person.story },
    quote: person.quote,
    letter: person.letter,
    image: person.look,
    location: {
      country_code: person.country.toUpperCase(),
      town: person.town,
      geo: { level: 'town', type: 'point', pairs: `${degrees(person.latitude)} ${degrees(person.longitude)}` },
    },
    partner_id: person.partner,
    terms: {
      product_id: person.loan.product,
      loan_amount: person.loan.amount,
      risk_grade: person.loan.grade,
      borrower_cost_percent: shifted(person.loan.annualCost, 2),
    },
    ...(person.chapters === undefined ? {} : { chapters: person.chapters }),
  };
}

/** A number with its decimal point moved, exactly: 0.29 as percent is 29, not 28.999999999999996, and comes back as 0.29. */
function shifted(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** Degrees without an exponent, which nobody reads in a file. A billionth of a degree is a tenth of a millimetre. */
const degrees = (value: number): string =>
  /e/.test(String(value)) ? Number(value.toFixed(9)).toFixed(9) : String(value);

const Text = z.strictObject({ en: z.string(), fr: z.string() });
/** Only the shape; the values are judged by the catalogue's own schema, so that both doors ask the same. */
const KivaShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  short_name: z.string(),
  borrower_count: z.int().min(1),
  men: z.int().min(0),
  gender: z.string(),
  sector: z.string(),
  activity: Text,
  use: Text,
  description: z.strictObject({ languages: z.array(z.string()).optional(), texts: Text }),
  quote: Text,
  letter: Text,
  image: z.unknown(),
  location: z.strictObject({
    country_code: z.string(),
    town: z.string(),
    geo: z.strictObject({
      level: z.literal('town').optional(),
      type: z.literal('point').optional(),
      pairs: z.string().regex(/^-?\d+(\.\d+)? -?\d+(\.\d+)?$/, 'expected latitude, a blank, longitude'),
    }),
  }),
  partner_id: z.string(),
  terms: z.strictObject({
    product_id: z.string(),
    loan_amount: z.number(),
    risk_grade: z.string(),
    borrower_cost_percent: z.number(),
  }),
  chapters: z.unknown().optional(),
});

/** A field that cannot be taken, under the name it has in the file. */
export type FieldFault = { readonly field: string; readonly message: string };

/** Where each field of the catalogue stands in a file: faults are told by the name the author sees. */
const FILE_NAMES: Readonly<Record<string, string>> = {
  shortName: 'short_name',
  'group.members': 'borrower_count',
  'group.men': 'men',
  group: 'borrower_count',
  story: 'description.texts',
  look: 'image',
  country: 'location.country_code',
  town: 'location.town',
  latitude: 'location.geo.pairs',
  longitude: 'location.geo.pairs',
  partner: 'partner_id',
  'loan.product': 'terms.product_id',
  'loan.amount': 'terms.loan_amount',
  'loan.grade': 'terms.risk_grade',
  'loan.annualCost': 'terms.borrower_cost_percent',
};

function fileName(path: string): string {
  const known = Object.keys(FILE_NAMES).find((ours) => path === ours || path.startsWith(`${ours}.`));
  return known === undefined ? path : `${FILE_NAMES[known]}${path.slice(known.length)}`;
}

const faultsOf = (error: z.ZodError, name: (path: string) => string): FieldFault[] =>
  error.issues.map(({ path, message }) => ({ field: name(path.map(String).join('.')), message }));

/** An entry of a file as the catalogue has it, or every field that does not fit. */
export function fromKivaLoan(raw: unknown): Result<Entrepreneur, readonly FieldFault[]> {
  const shape = KivaShape.safeParse(raw);
  if (!shape.success) return err(faultsOf(shape.error, (path) => path));
  const loan = shape.data;
  // What a single borrower's row says of members would be lost without a word.
  const alone = !loan.gender.endsWith('_group');
  if (alone && loan.borrower_count !== 1)
    return err([{ field: 'borrower_count', message: 'expected 1 for one person' }]);
  if (alone && loan.men > 1) return err([{ field: 'men', message: 'expected 0 or 1 for one person' }]);
  const [latitude, longitude] = loan.location.geo.pairs.split(' ').map(Number);
  const person = EntrepreneurSchema.safeParse({
    id: loan.id,
    name: loan.name,
    shortName: loan.short_name,
    group: loan.gender.endsWith('_group') ? { members: loan.borrower_count, men: loan.men } : null,
    gender: loan.gender,
    country: loan.location.country_code.toLowerCase(),
    town: loan.location.town,
    latitude,
    longitude,
    sector: loan.sector,
    activity: loan.activity,
    use: loan.use,
    story: loan.description.texts,
    quote: loan.quote,
    letter: loan.letter,
    look: loan.image,
    partner: loan.partner_id,
    loan: {
      product: loan.terms.product_id,
      amount: loan.terms.loan_amount,
      grade: loan.terms.risk_grade,
      annualCost: shifted(loan.terms.borrower_cost_percent, -2),
    },
    ...(loan.chapters === undefined ? {} : { chapters: loan.chapters }),
  });
  return person.success ? ok(person.data) : err(faultsOf(person.error, fileName));
}
