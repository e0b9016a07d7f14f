import { readParameters } from '$lib/exchange/ssda903/parameters';
import { cellText, readCell } from '$lib/input/human';
import { care } from '$lib/messages/care';
import {
	daysOfWindow,
	financialYearOf,
	problemLine,
	type CarePriceKeys,
	type CareWindow
} from '$lib/model';
import { typesIn } from './useInBaseline';
import { NO, YES, type PriceBox, type PriceSection, type Typed } from './priceForm';

const words = care.prices;
/** Boxes that stand for no key: whether there is anything of its kind. */
const SWITCHES = / (?:rises|priced|has_grant)$/;

type Tree = { [key: string]: Tree | string | number | null };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** The prices as the form's boxes show them; those of a type that has none yet begin in the window's last year. */
export function typedOf(keys: CarePriceKeys, kept: CareWindow): Typed {
	const typed: Record<string, string> = {};
	const walk = (tree: Tree, path: string): void => {
		for (const [key, value] of Object.entries(tree)) {
			const own = path === '' ? key : `${path} ${key}`;
			if (isTree(value)) walk(value, own);
			else if (value !== null) typed[own] = typeof value === 'number' ? plain(value, own) : value;
		}
	};
	walk(keys as unknown as Tree, '');
	const isUp = (own: unknown): string => (own === null || own === undefined ? NO : YES);
	const year = financialYearOf(daysOfWindow(kept).to);
	for (const type of typesIn(kept)) {
		typed[`prices ${type} rises`] = isUp(keys.prices[type]?.uplift);
		typed[`prices ${type} price_year`] ??= year;
	}
	typed['care_leavers price_year'] ??= year;
	typed['care_leavers priced'] = isUp(keys.care_leavers);
	typed['care_leavers rises'] = isUp(keys.care_leavers?.uplift);
	typed['care_leavers has_grant'] = isUp(keys.care_leavers?.uasc);
	return typed;
}

/** A number as its box reads it back: shares as per cent. */
function plain(value: number, path: string): string {
	const isShare = /(?:share|occupancy|other_support|staying_put|other_years)$| rates /.test(path);
	return cellText(String(value), {
		label: '',
		type: 'number',
		canBeBlank: true,
		...(isShare ? { unit: words.units.share } : {})
	});
}

/** What is wrong with a form, each with the id of its box. */
export interface PriceProblem {
	readonly field: string;
	readonly message: string;
}

/** The id of a box, for its label and the links to it. */
export const boxId = (path: string): string => path.replaceAll(/[ /]/g, '-');

/** The prices that a form says, read like a parameters file; or all that is wrong with it. */
export function keysTyped(
	before: CarePriceKeys,
	sections: readonly PriceSection[],
	typed: Typed
):
	| { readonly ok: true; readonly keys: CarePriceKeys }
	| { readonly ok: false; readonly problems: readonly PriceProblem[] } {
	const problems: PriceProblem[] = [];
	const tree = structuredClone(before) as unknown as Tree;
	const boxes = sections.flatMap(({ groups, title }) =>
		groups.flatMap((group) => group.boxes.map((box) => ({ box, title })))
	);
	clear(
		tree,
		boxes.map(({ box }) => box.path)
	);
	for (const { box, title } of boxes) {
		const reading = readCell(typed[box.path] ?? '', box.field);
		if (!reading.ok)
			problems.push({
				field: boxId(box.path),
				message: words.isHowever(`${title}, ${box.field.label}`, reading.message)
			});
		else if (reading.value !== null && !SWITCHES.test(box.path))
			put(tree, box.path, box.field.type === 'number' ? Number(reading.value) : reading.value);
	}
	problems.push(...halfFilled(tree, boxes));
	if (problems.length > 0) return { ok: false, problems };
	dropWhatIsOff(tree, typed);
	const read = readParameters(JSON.stringify(tree));
	if (read.ok) return { ok: true, keys: read.file.priceKeys };
	const byPath = new Map(boxes.map(({ box, title }) => [box.path, `${title}, ${box.field.label}`]));
	return {
		ok: false,
		problems: read.problems.map((problem) => {
			const path = problem.place.replaceAll('.', ' ');
			const label = byPath.get(path);
			return {
				field: boxId(label === undefined ? (boxes[0]?.box.path ?? '') : path),
				message:
					label === undefined ? problemLine(problem) : words.isHowever(label, problem.message)
			};
		})
	};
}

/** Takes out what the form shows, so that a box that is blank leaves nothing behind. */
function clear(tree: Tree, paths: readonly string[]): void {
	for (const path of paths) {
		const keys = path.split(' ');
		const last = keys.pop() ?? '';
		const own = keys.reduce<Tree | null>((at, key) => {
			const next = at?.[key];
			return isTree(next) ? next : null;
		}, tree);
		if (own !== null) Reflect.deleteProperty(own, last);
	}
}

function put(tree: Tree, path: string, value: string | number): void {
	const keys = path.split(' ');
	const last = keys.pop() ?? '';
	const own = keys.reduce((at, key) => {
		const next = at[key];
		if (isTree(next)) return next;
		const made: Tree = {};
		at[key] = made;
		return made;
	}, tree);
	own[last] = value;
}

/** What is only half said: an outturn without its year, the dearest few without a mean. */
function halfFilled(
	tree: Tree,
	boxes: readonly { readonly box: PriceBox; readonly title: string }[]
): readonly PriceProblem[] {
	const { outturn, prices } = tree;
	const half: PriceProblem[] = [];
	if (isTree(outturn) && Object.keys(outturn).length === 0) delete tree['outturn'];
	else if (isTree(outturn) && Object.keys(outturn).length === 1)
		half.push({
			field: boxId('year' in outturn ? 'outturn pounds' : 'outturn year'),
			message: words.isHowever(words.outturn, words.outturnPart)
		});
	for (const [type, own] of Object.entries(isTree(prices) ? prices : {})) {
		if (!isTree(own) || !isTree(own['high_cost'])) continue;
		const given = own['high_cost'];
		const path = `prices ${type} high_cost`;
		if (Object.keys(given).length === 0) own['high_cost'] = null;
		else if (Object.keys(given).length < 3) {
			const missing = ['share', 'mean_weekly', 'deviation_weekly'].find((key) => !(key in given));
			const title = boxes.find(({ box }) => box.path.startsWith(path))?.title ?? type;
			half.push({
				field: boxId(`${path} ${missing ?? ''}`),
				message: words.isHowever(title, words.highCostPart)
			});
		}
	}
	return half;
}

/** Takes out the prices of a type without a provider, and what is switched off. */
function dropWhatIsOff(tree: Tree, typed: Typed): void {
	const { prices } = tree;
	for (const [type, own] of Object.entries(isTree(prices) ? prices : {})) {
		if (!isTree(prices) || !isTree(own)) continue;
		if (own['provision'] === undefined) Reflect.deleteProperty(prices, type);
		else settle(own, typed[`prices ${type} rises`] === YES);
	}
	const leavers = tree['care_leavers'];
	if (typed['care_leavers priced'] !== YES) delete tree['care_leavers'];
	else if (isTree(leavers)) {
		settle(leavers, typed['care_leavers rises'] === YES);
		leavers['shares'] ??= {};
		if (typed['care_leavers has_grant'] !== YES) leavers['uasc'] = null;
	}
}

/** Prices stay as they are, or rise by what is known of it. */
function settle(own: Tree, rises: boolean): void {
	if (rises) own['uplift'] ??= {};
	else own['uplift'] = null;
}
