/** A financial year ('2026/27') or a month or day ('2026-04', '2026-04-15') within a text. */
type TimeWithin = { readonly year: string } | { readonly date: string };

/** A text of the engine's, in which times stand apart from what somebody typed, so that each council may write them its own way. */
export type Words = string | readonly (string | TimeWithin)[];

/** How the times within a text are to be written. */
export interface TimeStyle {
	readonly year: (label: string) => string;
	readonly date: (text: string) => string;
}

const AS_FILES_DO: TimeStyle = { year: (label) => label, date: (text) => text };

/** Marks a label such as '2026/27' as a financial year within a text. */
export function theYear(label: string): TimeWithin {
	return { year: label };
}

/** Marks '2026-04' as a month, or '2026-04-15' as a day, within a text. */
export function theDate(text: string): TimeWithin {
	return { date: text };
}

/** A text with the times in it kept apart: worded`ends in ${theYear('2026/27')}`. */
export function worded(
	texts: TemplateStringsArray,
	...between: readonly (string | TimeWithin)[]
): Words {
	return texts.flatMap((text, i) => {
		const next = between[i];
		return next === undefined ? [text] : [text, next];
	});
}

/** Several texts in a row: 'one; two'. */
export function joinWords(all: readonly Words[], between: string): Words {
	if (all.every((words) => typeof words === 'string')) return all.join(between);
	return all.flatMap((words, i) => [
		...(i === 0 ? [] : [between]),
		...(typeof words === 'string' ? [words] : words)
	]);
}

/** A text as one string, its times written as a reader does; as files hold them where no style is given. */
export function textOfWords(words: Words, style: TimeStyle = AS_FILES_DO): string {
	if (typeof words === 'string') return words;
	return words
		.map((part) => {
			if (typeof part === 'string') return part;
			return 'year' in part ? style.year(part.year) : style.date(part.date);
		})
		.join('');
}
