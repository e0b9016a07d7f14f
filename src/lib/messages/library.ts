import type { EffectRefusal } from '$lib/model';
import { quoted } from './sentences';

/** Words of the library of published effects. */
export const library = {
	title: 'Published effects',
	link: 'Published effects of early help, to fill an intervention from',
	back: 'All evidence',
	lead: 'What studies found that help does to an outcome which the model follows. Each is used only for the families and the outcome that it was measured on.',
	designs: {
		controlledTrial: 'Controlled trial',
		matchedComparison: 'Matched comparison',
		beforeAfter: 'Before and after',
		judgement: 'Judgement'
	},
	design: 'Design and grade',
	setting: 'Setting',
	population: 'Measured on',
	outcome: 'Outcome',
	size: 'What was found',
	reduction: 'Relative reduction',
	chance: 'Chance without help',
	notPublished: 'Not found',
	interval: 'Interval',
	source: 'Source',
	version: (version: number, stated: string) => `Version ${version} (${stated})`,
	older: 'Older versions',
	choose: (title: string) => `Fill an intervention with ${quoted(title)}`,
	intervention: 'Intervention',
	button: 'Fill it',
	hint: 'Its chance, reduction, range, source and grade are replaced. How many families take part, when it works and what it costs stay.',
	where: (scenario: string, change: string) => `${scenario} › ${change}`,
	addedBy: (title: string, where: string) => `${title} (added by ${where})`,
	noIntervention: 'Neither the baseline nor a change has an intervention yet.',
	addIntervention: 'Add one in the table of interventions',
	done: (title: string, effect: string, where: string | null) =>
		`${quoted(title)} now rests on ${quoted(effect)}. You can undo it ${where === null ? 'on the Baseline page' : 'on the Changes page of the scenario'}.`,
	already: (title: string, effect: string) =>
		`${quoted(title)} rests on ${quoted(effect)} already.`,
	moved: 'Somebody else changed it meanwhile. Look at it and choose again.'
};

/** Why an effect is not taken for an intervention, with the way to mend it. */
export function refusalWords(title: string, effect: string, refused: EffectRefusal): string {
	switch (refused.why) {
		case 'missing':
			return `${quoted(title)} cannot be filled: it or its service is not there any more.`;
		case 'outcome':
			return `${quoted(title)} cannot be filled with ${quoted(effect)}: it works on another outcome than the one that was measured.`;
		case 'grade':
			return `${quoted(title)} cannot be filled: its table of optimism correction has no grade ${quoted(refused.grade)}. Add it to the table first.`;
		case 'population':
			return `Not filled. ${refused.message}. If the service is for the same families, say so in the table of services first.`;
	}
}
