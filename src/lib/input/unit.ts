/** How the numbers of a unit are typed and shown: as pounds, as per cent or as they are, and the words that follow. */
export interface UnitForm {
	readonly kind: 'pounds' | 'percent' | 'plain';
	/** The words behind the number: 'a year', 'FTE'; empty where there are none. */
	readonly words: string;
	/** The time that the words end with: 'a year'; empty where there is none. */
	readonly time: string;
	/** The unit as a heading names it: '£ a year', '%', 'FTE'; null where there is none. */
	readonly name: string | null;
}

const TIME = /(?:^| )(an? (?:year|month|week|day|hour|session|mile))$/;

/** Takes apart a unit as records name it: '£ a year', 'share of 1', 'share a year', 'cases a month', 'FTE'. */
export function unitForm(unit = ''): UnitForm {
	const kind = unit.startsWith('£') ? 'pounds' : unit.startsWith('share') ? 'percent' : 'plain';
	const words =
		unit === 'share of 1' ? '' : kind === 'plain' ? unit : unit.replace(/^(?:£|share) ?/, '');
	const sign = kind === 'pounds' ? '£' : kind === 'percent' ? '%' : '';
	const name = [sign, words].filter((part) => part !== '').join(' ');
	return { kind, words, time: TIME.exec(words)?.[1] ?? '', name: name === '' ? null : name };
}

/** A number's text without the unit's own words behind it, and the time that it names instead if that is another. */
export function withoutUnit(
	text: string,
	{ words, time }: UnitForm
): { readonly text: string; readonly otherTime?: string } {
	const tidy = withPlainTime(text);
	const behind = (end: string): string | null =>
		end !== '' && tidy.toLowerCase().endsWith(end.toLowerCase()) && tidy.length > end.length
			? tidy.slice(0, -end.length).trimEnd()
			: null;
	const stripped = behind(words) ?? behind(time);
	if (stripped !== null) return { text: stripped };
	const other = TIME.exec(tidy.toLowerCase())?.[1];
	return other === undefined ? { text: tidy } : { text: tidy, otherTime: other };
}

const SHORT_TIMES: readonly (readonly [RegExp, string])[] = [
	[/ ?(?:\bper annum|\bp\.a\.?|(?<![a-z])pa|\bper year|\/ ?year|\/ ?yr)$/i, ' a year'],
	[/ ?(?:\bper month|(?<![a-z])pcm|\/ ?month)$/i, ' a month'],
	[/ ?(?:\bper week|(?<![a-z])pw|\/ ?week)$/i, ' a week']
];

function withPlainTime(text: string): string {
	return SHORT_TIMES.reduce((tidy, [short, full]) => tidy.replace(short, full), text);
}
