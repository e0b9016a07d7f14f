import { monthText } from '../calendar/calendar';
import { theDate, worded, type Words } from '../calendar/words';
import { rateProblems, type BandRates } from '../care/generator';
import { isBlocked } from '../formula/value';
import { anyContent, type Timed } from '../ledger/line';
import { CARE_BANDS, flowSubject, type CareFlow } from '../records/careFlow';
import type { Run } from '../run/run';
import { activation, touchesByRecord } from '../scenario/versions';
import type { CheckRule } from './check';

/** Checks on what the records and changes say about children in care: opening, flows, rates, calibration. */
export const careFlowChecks: readonly CheckRule[] = [
	{
		id: 'care.openingEdits',
		holds: 'Every change of the opening children in care is in force in the first month',
		find: ({ run }) => {
			const touches = touchesByRecord(run.changes);
			return run.records.careFlows.flatMap((timed) => {
				const { flow, title } = anyContent(timed);
				if (flow !== 'stock' && flow !== 'share') return [];
				return (touches.get(timed.ref) ?? []).flatMap((touch) => {
					const inForce = activation(touch, 0, run.context.first);
					if (inForce === 1) return [];
					const effect =
						inForce === 0 ? 'changes nothing' : `counts by ${String(Math.round(100 * inForce))}%`;
					return [
						`'${touch.change.title}' edits ${title}, of which only the first month counts, and ${effect}; let it start then, in a step`
					];
				});
			});
		}
	},
	{
		id: 'care.doubledFlows',
		holds: 'No two flows about the same children hold at once',
		find: ({ run }) => doubledFlows(run)
	},
	{
		id: 'care.rates',
		holds: 'Children leave and move at rates that can be, per child-day',
		find: ({ run }) => {
			const { inputs } = run.care;
			if (isBlocked(inputs)) return [];
			const names = inputs.types.map((id) => typeTitle(run, id));
			const found = [...new Set(inputs.rates)].flatMap((bands: readonly BandRates[]) =>
				bands.flatMap((rates, b) =>
					rateProblems(rates, names).map(
						(problem) => `Ages ${CARE_BANDS[b] ?? ''}: ${problem.replace(/\.$/, '')}`
					)
				)
			);
			return [...new Set(found)];
		}
	},
	{
		id: 'calibration.heading',
		holds: 'The heading that placements are calibrated to is counted nowhere else',
		find: ({ run }) =>
			run.records.assumptions.flatMap((assumption) => {
				if (assumption.use !== 'calibration') return [];
				const heading = run.records.headings.find(({ id }) => id === assumption.heading);
				return heading === undefined || heading.use === 'calibration'
					? []
					: [
							`${assumption.title}: the heading ${heading.title} has use '${heading.use}', so that placements count beside it`
						];
			})
	}
];

function typeTitle(run: Run, id: string): string {
	const type = run.records.placementTypes.find(({ ref }) => ref === `placementTypes/${id}`);
	return type === undefined ? id : anyContent(type).title;
}

interface Holder {
	readonly ref: string;
	readonly title: string;
	readonly weights: Float64Array;
}

/** Reading refuses doubles of the baseline; these are what changes add or turn into one. */
function doubledFlows({ records, context }: Run): readonly Words[] {
	const bySubject = new Map<string, Holder[]>();
	for (const holder of records.careFlows.flatMap(holdersOf)) {
		const own = bySubject.get(holder.subject);
		if (own === undefined) bySubject.set(holder.subject, [holder]);
		else own.push(holder);
	}
	return [...bySubject].flatMap(([subject, holders]) => {
		if (new Set(holders.map(({ ref }) => ref)).size < 2) return [];
		for (let month = 0; month < 12 * context.years; month++) {
			const here = holders.filter(({ weights }) => (weights[month] ?? 0) > 0);
			if (new Set(here.map(({ ref }) => ref)).size < 2) continue;
			const titles = [...new Map(here.map(({ ref, title }) => [ref, title])).values()];
			return [
				worded`${titles.map((title) => `'${title}'`).join(' and ')} both state ${subject} from ${theDate(monthText(month, context.first))}; they add up`
			];
		}
		return [];
	});
}

function holdersOf({ ref, versions }: Timed<CareFlow>): readonly (Holder & { subject: string })[] {
	return versions.flatMap(({ content, weights }) => {
		const subject = content === null ? null : flowSubject(content);
		return content === null || subject === null
			? []
			: [{ ref, title: content.title, weights, subject }];
	});
}
