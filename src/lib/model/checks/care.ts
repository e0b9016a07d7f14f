import { isBlocked, isKnown, floatOf } from '../formula/value';
import { CARE_BANDS } from '../records/careFlow';
import { monthText } from '../calendar/calendar';
import { theDate, worded } from '../calendar/words';
import type { CheckRule } from './check';

// Children are floats; over ten years of monthly sums nothing comes near a millionth of a child.
const CHILD_TOLERANCE = 1e-6;
const SHARE_TOLERANCE = 1e-9;

/** Checks on children in care and on the effects of early help. */
export const careChecks: readonly CheckRule[] = [
	{
		id: 'care.balance',
		holds:
			'Opening plus entries, moves and ageing in, less those out and exits, is closing, in every state and month',
		find: ({ run }) => {
			if (isBlocked(run.care.months)) return [];
			return run.care.months.flatMap((flows, month) =>
				[...flows.closing].flatMap((closing, state) => {
					const due =
						(flows.opening[state] ?? 0) +
						(flows.entries[state] ?? 0) +
						(flows.movesIn[state] ?? 0) +
						(flows.agedIn[state] ?? 0) -
						(flows.movesOut[state] ?? 0) -
						(flows.agedOut[state] ?? 0) -
						(flows.exits[state] ?? 0);
					const band = CARE_BANDS[Math.floor(state / run.care.types.length)] ?? '';
					const type = run.care.types[state % run.care.types.length] ?? '';
					return Math.abs(due - closing) <= CHILD_TOLERANCE
						? []
						: [
								worded`Children do not balance in ${theDate(monthText(month, run.context.first))}, ${band}, ${type}`
							];
				})
			);
		}
	},
	{
		id: 'care.chain',
		holds: 'Each month opens with the children that the month before closed with',
		find: ({ run }) => {
			const { months } = run.care;
			if (isBlocked(months)) return [];
			return months.slice(1).flatMap((flows, i) => {
				const gap = [...flows.opening].some(
					(children, state) =>
						Math.abs(children - (months[i]?.closing[state] ?? 0)) > CHILD_TOLERANCE
				);
				return gap
					? [worded`Children are lost before ${theDate(monthText(i + 1, run.context.first))}`]
					: [];
			});
		}
	},
	{
		id: 'care.shares',
		holds: 'The shares of the opening stock, and of every effect, add up to 1',
		find: ({ run }) => {
			const stock = run.records.careFlows.flatMap(({ base }) =>
				base?.flow === 'share' ? [base.share] : []
			);
			const lists = [
				{ name: 'The shares of children in care', shares: stock },
				...run.effects.list.map(({ intervention }) => ({
					name: `The profile of ${intervention.title}`,
					shares: intervention.profile.map(({ share }) => share)
				}))
			];
			return lists.flatMap(({ name, shares }) => {
				const known = shares.filter((share) => share !== null && isKnown(share));
				if (shares.length === 0 || known.length < shares.length) return [];
				const sum = known.reduce((total: number, share) => total + floatOf(share), 0);
				return Math.abs(sum - 1) <= SHARE_TOLERANCE
					? []
					: [`${name} add up to ${String(Number(sum.toFixed(6)))}, not to 1`];
			});
		}
	},
	{
		id: 'earlyHelp.expected',
		holds: 'No more entries are avoided than were expected',
		find: ({ run }) =>
			run.care.capped > CHILD_TOLERANCE
				? [
						`Early help would avoid ${run.care.capped.toFixed(1)} more entries to care than were expected; the excess is left out`
					]
				: []
	},
	{
		id: 'earlyHelp.available',
		holds:
			'No more children return home or step down than are there, and none is kept who would not have gone',
		find: ({ run }) =>
			run.care.cappedOutflows > CHILD_TOLERANCE
				? [
						`Early help would bring ${run.care.cappedOutflows.toFixed(1)} more children home or to another placement, or keep more from it, than there are; the excess is left out`
					]
				: []
	},
	{
		id: 'earlyHelp.evidence',
		holds:
			'Every effect was measured on an outcome that the model follows, on the people and level of need of its service',
		find: ({ run }) => run.effects.refused.map((reason) => `${reason}; it is not used`)
	},
	{
		id: 'care.stated',
		holds: 'The opening number of children in care is stated for the first day of the projection',
		find: ({ run }) => {
			const { inputs } = run.care;
			if (isBlocked(inputs) || inputs.openingHow === 'stated') return [];
			const children = inputs.opening.toFixed(1);
			return [
				inputs.openingHow === 'interpolated'
					? `The opening ${children} children in care are interpolated between two dated counts`
					: `The opening ${children} children in care are carried from the nearest dated count`
			];
		}
	}
];
