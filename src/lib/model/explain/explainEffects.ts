import { explainTerm } from '../formula/explain';
import { exact } from '../figures/figure';
import { isBlocked } from '../formula/value';
import type { Effect } from '../earlyHelp/effects';
import { OUTCOMES, type EffectOutcome } from '../earlyHelp/outcomes';
import type { Series } from '../ledger/series';
import type { Run } from '../run/run';
import type { Body, Working } from './working';

/** What each intervention does to children in care in the year, with the working of its effect on one family. */
export function effectParts(run: Run, y: number): readonly Working[] {
	return run.effects.list
		.filter(({ outcome }) => outcome !== 'protectionPlan')
		.flatMap((effect): readonly Working[] => {
			const inYear = amountIn(effect, y);
			const { effect: what, unit } = OUTCOMES[effect.outcome];
			return inYear === null || inYear === 0
				? []
				: [
						{
							label: `${what}, over all bands and types, by ${effect.intervention.title}`,
							unit,
							value: exact(inYear, unit),
							note: EFFECT_NOTES[effect.outcome],
							parts: [explainTerm(effect.term)]
						}
					];
		});
}

const DELAYED =
	'Against "If we change nothing": families helped more (or fewer), after the lag, over the spread';
const THROUGH_RATES = `${DELAYED}. It raises (or lowers) the rates by children over the child-days without it, so that nobody goes twice`;
const EFFECT_NOTES: Readonly<Record<EffectOutcome, string>> = {
	entryToCare: DELAYED,
	returnHome: THROUGH_RATES,
	stepDown: THROUGH_RATES,
	protectionPlan: DELAYED
};

function amountIn({ amount }: Effect, y: number): number | null {
	return isBlocked(amount)
		? null
		: amount.slice(12 * y, 12 * y + 12).reduce((sum, value) => sum + value, 0);
}

/** How the months of plans that an intervention avoids came about: what one family served brings about. */
export function planWorking(run: Run, series: Series): Body {
	const effect = run.effects.list.find(({ intervention }) => intervention.id === series.part);
	return effect === undefined
		? { parts: [] }
		: {
				formula: `Families served more (or fewer), month by month × ${effect.term.formula.title}`,
				note: EFFECT_NOTES[effect.outcome],
				parts: [explainTerm(effect.term)]
			};
}
