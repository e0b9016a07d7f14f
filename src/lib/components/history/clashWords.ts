import type { Clash } from '$lib/exchange/editing';
import { moment } from '$lib/dates';
import { edits as text } from '$lib/messages/edits';
import { rowOf } from '$lib/model';
import type { Names } from './names';
import { toldOf } from './told';

/** Two people's edits of one thing in words: what it is, who was quicker, what is there and what was wanted. */
export interface ClashWords {
	readonly label: string;
	/** 'Asha Rao changed this on 3 November 2026, 14:02'. */
	readonly who: string;
	readonly found: string;
	readonly wanted: string;
	/** All of it in one piece. */
	readonly sentence: string;
}

/** A clash in words. */
export function clashWords(names: Names, clash: Clash): ClashWords {
	const { row, path, wanted, found, by, at } = clash;
	const who = by === null || at === null ? text.clash.somebody : text.clash.by(by, moment(at));
	if (path.length === 0) return rowClash(names, clash, who);
	const [told] = toldOf(names, {
		op: 'set',
		row,
		path: [...path],
		...(found === undefined ? {} : { was: found }),
		...(wanted === undefined ? {} : { value: wanted })
	});
	const label = told?.label ?? row;
	const isGone = found === undefined && rowOf(names.council, row) === null;
	const there = isGone ? text.clash.gone : (told?.was ?? text.absent);
	const now = told?.now ?? '';
	return {
		label,
		who,
		found: there,
		wanted: now,
		sentence: text.clash.line(who, label, there, now)
	};
}

/** A clash about a whole row: it was added, taken out or moved by both. */
function rowClash(names: Names, { row, wanted, found }: Clash, who: string): ClashWords {
	const [told] = toldOf(names, { op: 'remove', row, was: found ?? wanted ?? null });
	const label = told?.label ?? row;
	const words = text.clash;
	const there =
		found === undefined
			? words.gone
			: typeof found === 'number'
				? words.place(found + 1)
				: wanted === undefined
					? words.other
					: words.there;
	const own =
		wanted === undefined
			? text.removed
			: typeof wanted === 'number'
				? words.place(wanted + 1)
				: text.added;
	return { label, who, found: there, wanted: own, sentence: words.rowLine(who, label, there, own) };
}
