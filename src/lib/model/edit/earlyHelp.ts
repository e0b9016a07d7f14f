import { Decimal } from 'decimal.js';
import type { Post } from '../records/post';
import type { Council, Scenario } from '../scenario/file';
import { oneOffFrom, rampOf, setting, standingValue, tellRemoved } from './answers';
import type { FileEdit } from './scenarios';
import {
	askNumber,
	askRecord,
	askStart,
	COMMON,
	RAMP,
	type Answered,
	type Template
} from './template';

/** More people in a service of early help. */
export const earlyHelp: Template = {
	id: 'earlyHelp',
	title: 'Expand early help',
	meaning:
		'Posts that work for a service grow by heads and FTE, and with them the cases that it can take. An effect on children in care is counted only where an intervention of the baseline uses the service, and after its lag.',
	questions: () => [
		askRecord('services', {
			id: 'service',
			label: 'Service',
			meaning: 'The service that is to reach more families.',
			isNeeded: true
		}),
		askRecord('posts', {
			id: 'post',
			label: 'Posts',
			meaning: 'The posts that grow; some of their time must go to the service.',
			isNeeded: true
		}),
		askNumber('FTE', {
			id: 'moreFte',
			label: 'More FTE',
			meaning: 'Full-time equivalents on top of those at the start of the change.',
			isNeeded: true
		}),
		askNumber('people', {
			id: 'moreHeads',
			label: 'More people',
			meaning: 'People on top of those at the start of the change.',
			isNeeded: true
		}),
		askStart('First month', 'From this month on people join.'),
		RAMP,
		askNumber('£', {
			id: 'recruiting',
			label: 'Recruiting and training',
			meaning: 'One-off revenue cost, in the first month.'
		}),
		askNumber('£', {
			id: 'equipment',
			label: 'Equipment',
			meaning: 'Capital spent once, in the first month.'
		}),
		...COMMON
	],
	build: (council, scenario, answered) => {
		const service = answered.record('service', 'services');
		const post = answered.record('post', 'posts');
		if (service === null || post === null) return { title: '' };
		tellRemoved(answered, scenario, 'post', `posts/${post.id}`);
		const share = post.activities[service.id];
		if (share === undefined || share?.isZero() === true)
			answered.tell(
				'post',
				`no time of ${post.title} goes to ${service.title}; choose posts that work for it`
			);
		const [fte, heads] = [answered.number('moreFte'), answered.number('moreHeads')];
		if (fte?.isZero() === true) answered.tell('moreFte', 'is 0; write how many more there are');
		if (fte !== null && heads?.lt(fte) === true)
			answered.tell(
				'moreHeads',
				`${heads.toFixed()} people cannot fill ${fte.toFixed()} FTE; write more`
			);
		return {
			title: `Expand ${service.title}`,
			rampMonths: rampOf(answered),
			edits: [
				...grown(council, scenario, answered, { post, field: 'fte', question: 'moreFte' }),
				...grown(council, scenario, answered, { post, field: 'heads', question: 'moreHeads' })
			],
			oneOffs: [
				...oneOffFrom(answered, 'recruiting', {
					title: `Recruiting and training for ${service.title}`,
					ledger: 'revenue'
				}),
				...oneOffFrom(answered, 'equipment', {
					title: `Equipment for ${service.title}`,
					ledger: 'capitalSpend'
				})
			]
		};
	}
};

function grown(
	council: Council,
	scenario: Scenario,
	answered: Answered,
	about: { readonly post: Post; readonly field: 'fte' | 'heads'; readonly question: string }
): readonly FileEdit[] {
	const { post, field, question } = about;
	const record = `posts/${post.id}`;
	const start = answered.text('start') ?? '';
	const now = standingValue(council, scenario, { record, field, start });
	const more = answered.number(question);
	if (typeof now !== 'string') {
		answered.tell(
			'post',
			`how many ${field === 'fte' ? 'FTE' : 'people'} ${post.title} has is blank; fill it in first`
		);
		return [];
	}
	return more === null || more.isZero()
		? []
		: [setting(record, field, new Decimal(now).plus(more).toFixed())];
}
