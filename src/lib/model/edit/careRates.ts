import { Decimal } from 'decimal.js';
import { CARE_BANDS, type CareFlow } from '../records/careFlow';
import { adjusted, limitBeyond } from '../scenario/adjust';
import type { Adjustment } from '../scenario/change';
import type { Council, Scenario } from '../scenario/file';
import { fieldAbout } from '../scenario/recordField';
import { rampOf, standingValue } from './answers';
import type { FileEdit } from './scenarios';
import {
	ask,
	askChoice,
	askNumber,
	askRecord,
	askStart,
	COMMON,
	RAMP,
	type Answered,
	type Template
} from './template';

type Rated = Extract<CareFlow, { readonly flow: 'entries' | 'exits' | 'moves' }>;

const FLOWS: Readonly<Record<Rated['flow'], string>> = {
	entries: 'Entries to care',
	exits: 'Leaving care before 18',
	moves: 'Moves between placement types'
};

const BANDS: Readonly<Record<(typeof CARE_BANDS)[number], string>> = {
	'under-1': 'Under 1',
	'1-4': '1 to 4',
	'5-9': '5 to 9',
	'10-15': '10 to 15',
	'16-17': '16 and 17'
};

const FACTOR = { question: 'action', is: 'multiply' };

/** Rates of children in care that are higher or lower from a month on. */
export const careRates: Template = {
	id: 'careRates',
	title: 'Adjust rates of care',
	meaning:
		'Entries to care, children who leave it, or moves between placement types become more or fewer from a month on: the rates of the baseline are multiplied, or added to. Children in care and what placements cost follow.',
	questions: () => [
		askChoice(
			Object.entries(FLOWS).map(([value, label]) => ({ value, label })),
			{ id: 'flow', label: 'Which rates', meaning: 'What happens to children.', isNeeded: true }
		),
		askRecord('placementTypes', {
			id: 'type',
			label: 'Placement type',
			meaning:
				'The type that children come into or leave; of moves, the one they move from. Left empty, all of them.'
		}),
		askRecord('placementTypes', {
			id: 'to',
			label: 'Type they move to',
			meaning: 'Left empty, any.',
			when: { question: 'flow', is: 'moves' }
		}),
		askChoice(
			CARE_BANDS.map((value) => ({ value, label: BANDS[value] })),
			{ id: 'band', label: 'Age', meaning: 'Left empty, all ages.' }
		),
		askChoice(
			[
				{ value: 'multiply', label: 'Multiply by a factor' },
				{ value: 'more', label: 'Add an amount' },
				{ value: 'less', label: 'Take an amount away' }
			],
			{
				id: 'action',
				label: 'What is done to them',
				meaning: 'To each rate by itself.',
				isNeeded: true
			}
		),
		askNumber('', {
			id: 'factor',
			label: 'Factor',
			meaning: 'A factor of 0.9 is a tenth less, 1.1 a tenth more.',
			isNeeded: true,
			when: FACTOR
		}),
		...(['more', 'less'] as const).map((is) =>
			askNumber('', {
				id: is,
				label: is === 'more' ? 'Amount to add' : 'Amount to take away',
				meaning:
					'In the unit of the rates: entries in children a year or per 1,000 children a year, as the baseline has them; leaving and moving in events per child-day.',
				isNeeded: true,
				when: { question: 'action', is }
			})
		),
		askStart('First month', 'From this month on it begins to hold.'),
		RAMP,
		ask('month', {
			id: 'until',
			label: 'Until',
			meaning: 'The first month in which it no longer holds; left empty, it stays.'
		}),
		...COMMON
	],
	build: (council, scenario, answered) => {
		const flows = chosenIn(council, answered);
		if (flows.length === 0)
			answered.tell('flow', 'the baseline has no such rates; choose other ones');
		const edits = flows.map((flow) => adjusting(flow, answered));
		tellOfUnits(flows, answered);
		tellOfLimits(council, scenario, answered, flows, edits);
		const [start, until] = [answered.text('start') ?? '', answered.text('until')];
		if (until !== null && until <= start)
			answered.tell('until', 'is not after the first month; write a later one, or leave it empty');
		return {
			title: titleOf(council, answered),
			rampMonths: rampOf(answered),
			end: until,
			edits: edits.map(fileEdit)
		};
	}
};

/** The rates of the baseline that the answers choose. */
function chosenIn({ baseline }: Council, answered: Answered): readonly Rated[] {
	const [flow, type, to, band] = ['flow', 'type', 'to', 'band'].map(answered.text);
	const isAny = (wanted: string | null | undefined, own: string): boolean =>
		wanted === null || wanted === own;
	return baseline.careFlows.filter((own): own is Rated => {
		if (own.flow !== flow || own.flow === 'stock' || own.flow === 'share') return false;
		if (!isAny(band, own.band)) return false;
		return own.flow === 'moves'
			? isAny(type, own.from) && isAny(to, own.to)
			: isAny(type, own.type);
	});
}

function fieldOf(flow: Rated): string {
	if (flow.flow !== 'entries') return 'ratePerDay';
	return flow.basis === 'perYear' ? 'childrenPerYear' : 'ratePerThousand';
}

function adjusting(flow: Rated, answered: Answered): Adjustment {
	const place = { record: `careFlows/${flow.id}`, field: fieldOf(flow) };
	const nought = new Decimal(0);
	switch (answered.text('action')) {
		case 'more':
			return { edit: 'shift', ...place, by: answered.number('more') ?? nought };
		case 'less':
			return { edit: 'shift', ...place, by: (answered.number('less') ?? nought).neg() };
		default:
			return { edit: 'scale', ...place, factor: answered.number('factor') ?? nought };
	}
}

function fileEdit(edit: Adjustment): FileEdit {
	return edit.edit === 'scale'
		? { ...edit, factor: edit.factor.toFixed() }
		: { ...edit, by: edit.by.toFixed() };
}

/** The question that the answered number belongs to. */
function numberAsked(answered: Answered): string {
	const action = answered.text('action') ?? '';
	return action === 'multiply' ? 'factor' : action;
}

/** One amount cannot be added both to children a year and to a rate per 1,000. */
function tellOfUnits(flows: readonly Rated[], answered: Answered): void {
	if (answered.text('action') === 'multiply' || new Set(flows.map(fieldOf)).size < 2) return;
	answered.tell(
		numberAsked(answered),
		'some of these entries are children a year and others per 1,000 children; choose a type and an age, or multiply'
	);
}

/** An amount that takes a rate below nothing, or a factor beyond what a rate may be. */
function tellOfLimits(
	council: Council,
	scenario: Scenario,
	answered: Answered,
	flows: readonly Rated[],
	edits: readonly Adjustment[]
): void {
	const start = answered.text('start') ?? '';
	for (const [at, flow] of flows.entries()) {
		const edit = edits[at];
		if (edit === undefined) continue;
		const { record, field } = edit;
		const stands = standingValue(council, scenario, { record, field, start });
		if (typeof stands !== 'string') continue;
		const result = adjusted(new Decimal(stands), edit);
		const limit = limitBeyond(result, fieldAbout('careFlows', flow, field)?.bounds ?? {});
		if (limit === null) continue;
		const side = result.lt(limit) ? 'below' : 'above';
		answered.tell(
			numberAsked(answered),
			`makes ${result.toFixed()} of ${stands} in '${flow.title}', ${side} ${String(limit)}; write less`
		);
		return;
	}
}

function titleOf(council: Council, answered: Answered): string {
	const titleIn = (question: string): string | null =>
		answered.record(question, 'placementTypes')?.title ?? null;
	const band = answered.text('band') as keyof typeof BANDS | null;
	const to = titleIn('to');
	const about = [
		FLOWS[(answered.text('flow') ?? 'entries') as Rated['flow']],
		...(band === null ? [] : [BANDS[band].toLowerCase()]),
		...[titleIn('type') ?? []].flat(),
		...(to === null ? [] : [`to ${to}`])
	].join(', ');
	const [factor, more, less] = ['factor', 'more', 'less'].map(answered.number);
	if (factor) return `${about}: × ${factor.toFixed()}`;
	return more ? `${about}: ${more.toFixed()} more` : `${about}: ${less?.toFixed() ?? ''} less`;
}
