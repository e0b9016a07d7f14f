import type { Figure } from '../figures/figure';
import { isBlocked } from '../formula/value';
import { floatOf } from '../formula/value';
import { exactPence } from '../money/money';
import { project, type Projection, type ProjectOptions } from '../project';
import { alongside } from '../scenario/baselines';
import { areOnOne } from '../scenario/agreed';
import type { Council, Scenario } from '../scenario/file';
import { agencyLines, benefitLines, cashableLines, sumOf, weightedLines } from './benefits';
import { correctedCosts, costLines, COST_PART_LABELS } from './costs';
import { discountFactors, type DiscountFactors } from './discount';
import {
	APPRAISAL_ROWS,
	PERSPECTIVE_LABELS,
	PERSPECTIVES,
	type Perspective,
	type RowId
} from './figureList';
import {
	BENEFIT_ROWS,
	costsIn,
	cumulated,
	headlinesOf,
	partsOfRow,
	type Headline
} from './headlines';
import { rowFigures, type RowLine, type Sides } from './line';
import { settingsOf, tablesToConfirm, type AppraisalSettings } from './settings';
import { sharesProblem } from './shares';
import { withoutCorrection } from './uncorrected';

/** A scenario appraised against its counterfactual: what it costs and brings about, year by year and in one number. */
export interface Appraisal {
	/** The counterfactual, and the scenario, in real terms. */
	readonly from: Projection;
	readonly to: Projection;
	readonly years: readonly string[];
	/** Null where no assumption says how to appraise. */
	readonly settings: AppraisalSettings | null;
	readonly factors: DiscountFactors;
	/** Figures by year, and their parts. */
	readonly rows: ReadonlyMap<string, Figure>;
	/** The lines that each row adds up. */
	readonly lines: ReadonlyMap<RowId, readonly RowLine[]>;
	readonly headlines: ReadonlyMap<string, Headline>;
	/** Why a perspective has no headline; none where it has one. */
	readonly refusals: ReadonlyMap<Perspective, Refusal>;
	/** What the reader must know: effects that are not used and why, and tables that nobody has confirmed. */
	readonly notes: readonly string[];
}

/** What stands in the way of a headline: what has to be mended, and the reason in a sentence. */
export interface Refusal {
	readonly why: 'settings' | 'deflator' | 'counterfactual' | 'cost' | 'shares';
	readonly message: string;
}

/** How an appraisal is asked for. */
export interface AppraiseOptions extends Pick<ProjectOptions, 'packs'> {
	/** False leaves out the rows before correction, which need another projection. */
	readonly gross?: boolean;
	/** An earlier appraisal of the same two scenarios: what did not change since is taken from it. */
	readonly previous?: Appraisal;
}

/**
 * Appraises a scenario against another, "If we change nothing" as a rule: real terms, discounted by the council's
 * schedule, by perspective. What cannot be said is an answer too: blocked by blanks, or refused with the reason.
 */
export function appraise(
	council: Council,
	scenario: Scenario,
	against: Scenario,
	options: AppraiseOptions = {}
): Appraisal {
	if (!areOnOne(council, against, scenario))
		throw new Error(`'${against.id}' and '${scenario.id}' stand on different baselines.`);
	const asked = { packs: options.packs ?? true, terms: 'real' as const };
	const { previous } = options;
	const [a, b] = [alongside(council, against, scenario), alongside(council, scenario, against)];
	const from = project(council, a, {
		...asked,
		...(previous === undefined ? {} : { previous: previous.from })
	});
	const to = project(council, b, { ...asked, previous: previous?.to ?? from });
	const sides: Sides = { from: from.run, to: to.run };
	const settings = settingsOf(to.run);
	const plain = benefitLines(sides, settings?.values ?? []);
	const gross =
		options.gross === false ? plain : (grossLines({ council, a, b }, asked, to, settings) ?? plain);
	const lines = linesOf(sides, settings, plain, gross);
	const factors = settings === null ? [] : discountFactors(settings.schedule, to.years.length);
	const rows = rowsOf(lines, to, factors);
	const refusals = new Map<Perspective, Refusal>();
	for (const perspective of PERSPECTIVES) {
		const refusal = refusalOf({ from, to, settings, lines }, perspective);
		if (refusal !== null) refusals.set(perspective, refusal);
	}
	return {
		from,
		to,
		years: to.years,
		settings,
		factors,
		rows,
		lines,
		headlines: headlinesOf({
			rows,
			factors,
			years: to.years,
			refusal: (perspective) => refusals.get(perspective)?.message ?? null
		}),
		refusals,
		notes: notesOf(to, settings)
	};
}

/** The benefits as the evidence has them, before the correction for optimism; null where no effect is corrected. */
function grossLines(
	{ council, a, b }: { readonly council: Council; readonly a: Scenario; readonly b: Scenario },
	asked: ProjectOptions,
	to: Projection,
	settings: AppraisalSettings | null
) {
	if (to.run.effects.list.length === 0) return null;
	const bare = withoutCorrection(council);
	const from = project(bare.council, bare.scenario(a), asked);
	const other = project(bare.council, bare.scenario(b), { ...asked, previous: from });
	return benefitLines({ from: from.run, to: other.run }, settings?.values ?? []);
}

type Lines = ReadonlyMap<RowId, readonly RowLine[]>;

function linesOf(
	sides: Sides,
	settings: AppraisalSettings | null,
	benefits: ReturnType<typeof benefitLines>,
	gross: ReturnType<typeof benefitLines>
): Lines {
	const years = sides.to.context.years;
	const costs = costLines(sides);
	const shares = settings?.shares ?? { placements: null, plans: null };
	const elasticity = settings?.appraisal.elasticity;
	return new Map<RowId, readonly RowLine[]>([
		['appraisal.costGross', costs],
		['appraisal.costCorrected', correctedCosts(costs, settings?.costTable ?? null)],
		['appraisal.benefitGross', gross],
		['appraisal.benefitCorrected', benefits],
		['appraisal.benefitByAgency', agencyLines(benefits, shares, years)],
		['appraisal.benefitCashable', cashableLines(sides, benefits, shares, years)],
		...(settings === null || elasticity === undefined
			? []
			: ([
					['appraisal.benefitWeighted', weightedLines(benefits, elasticity, settings.appraisal.id)]
				] as const))
	]);
}

function rowsOf(
	lines: Lines,
	to: Projection,
	factors: DiscountFactors
): ReadonlyMap<string, Figure> {
	const years = to.years.length;
	const titles = new Map(to.run.records.assumptions.map(({ id, title }) => [id, title]));
	const titleOf = (part: string): string =>
		COST_PART_LABELS[part] ?? BENEFIT_LABELS[part] ?? titles.get(part) ?? part;
	const rows = new Map<string, Figure>();
	for (const [id, own] of lines)
		for (const [part, figure] of rowFigures(id, own, years, titleOf)) rows.set(part, figure);
	for (const perspective of PERSPECTIVES) {
		const costs = sumOf(costsIn(rows, perspective), years);
		const benefits = sumOf(partsOfRow(rows, BENEFIT_ROWS[perspective]), years);
		const net = {
			values: benefits.values.map((pence, y) => pence - (costs.values[y] ?? 0)),
			blockedBy: [...new Set([...benefits.blockedBy, ...costs.blockedBy])]
		};
		for (const [id, flow] of [
			['appraisal.net', net],
			['appraisal.cumulative', running(net, null)],
			['appraisal.cumulativeDiscounted', running(net, factors)]
		] as const)
			rows.set(`${id}/${perspective}`, {
				id: `${id}/${perspective}`,
				label: `${APPRAISAL_ROWS[id].label}, ${PERSPECTIVE_LABELS[perspective]}`,
				unit: '£',
				values: flow.values,
				known: flow.values,
				blockedBy: flow.blockedBy
			});
	}
	const discount = Float64Array.from(factors, (own) => (isBlocked(own) ? NaN : floatOf(own)));
	rows.set('appraisal.discountFactor', {
		id: 'appraisal.discountFactor',
		...APPRAISAL_ROWS['appraisal.discountFactor'],
		values: discount,
		known: discount,
		blockedBy: [...new Set(factors.flatMap((own) => (isBlocked(own) ? own.waitsFor : [])))]
	});
	return rows;
}

const BENEFIT_LABELS: Readonly<Record<string, string>> = {
	placements: 'placements not needed',
	plans: 'child protection plans not needed'
};

/** The running sum by year, rounded for the reader; blocked altogether where a year of it is. */
function running(net: ReturnType<typeof sumOf>, factors: DiscountFactors | null) {
	const sums = cumulated(net, factors);
	return isBlocked(sums)
		? { values: new Float64Array(net.values.length).fill(NaN), blockedBy: sums.waitsFor }
		: { values: Float64Array.from(sums, exactPence), blockedBy: [] };
}

/** Why there is no headline; null where there may be one. */
function refusalOf(
	{ from, to, settings, lines }: Pick<Appraisal, 'from' | 'to' | 'settings' | 'lines'>,
	perspective: Perspective
): Refusal | null {
	if (settings === null)
		return {
			why: 'settings',
			message:
				"no assumption says how to appraise; add one of use 'appraisal' that names a discount schedule"
		};
	if (to.council.council.deflator === null)
		return {
			why: 'deflator',
			message:
				'an appraisal is in real terms and the council has no deflator; choose one in its settings'
		};
	if (from.scenario.id === to.scenario.id)
		return {
			why: 'counterfactual',
			message:
				'a headline needs a counterfactual: this is the scenario that the others are set against'
		};
	const isAnyIn = (row: RowId): boolean => (lines.get(row) ?? []).length > 0;
	if (isAnyIn('appraisal.benefitCorrected') && !isAnyIn('appraisal.costCorrected'))
		return {
			why: 'cost',
			message:
				'a headline needs the cost of what is done: outcomes differ and no cost does; enter what it costs'
		};
	if (perspective === 'society') return null;
	const { shares } = settings;
	const message =
		sharesProblem(shares.placements) ??
		(perspective === 'public' ? sharesProblem(shares.plans) : null);
	return message === null ? null : { why: 'shares', message };
}

function notesOf(to: Projection, settings: AppraisalSettings | null): readonly string[] {
	const schedule = settings?.schedule;
	const least = settings?.appraisal.doMinimum;
	return [
		...(least === undefined || to.council.scenarios.some(({ id }) => id === least)
			? []
			: [`there is no scenario '${least}', which is marked as the one that does the least`]),
		...(schedule === undefined || schedule.status === 'current'
			? []
			: [`not in force: '${schedule.title}' is ${schedule.status}`]),
		...to.run.effects.refused.map((reason) => `not counted: ${reason}`),
		...tablesToConfirm(to.run).map((title) => `confirm before use: ${title}`)
	];
}
