import type { Post } from '../records/post';
import type { Council, Scenario } from '../scenario/file';
import {
	oneOffFrom,
	rampOf,
	setting,
	settingAnswered,
	standingValue,
	tellRemoved
} from './answers';
import { isObject } from './jsonPath';
import { freshId, idsOf } from './newRecord';
import { rowOf } from './rows';
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

const action = (is: string) => ({ question: 'action', is });

/** A staffing change: more or fewer people in posts, posts like others, or posts taken away. */
export const staffing: Template = {
	id: 'staffing',
	title: 'Change staffing',
	meaning:
		'Posts get other heads and FTE, posts like those of a group are added, or a group is taken away. Pay, on-costs and National Insurance follow from the posts; redundancy is worked out only for a group that is taken away, so write it as a one-off cost where a group shrinks.',
	questions: () => [
		askChoice(
			[
				{ value: 'change', label: 'Change heads and FTE' },
				{ value: 'add', label: 'Add posts like these' },
				{ value: 'remove', label: 'Take these posts away' }
			],
			{ id: 'action', label: 'What happens', meaning: 'What the change does.', isNeeded: true }
		),
		askRecord('posts', {
			id: 'post',
			label: 'Posts',
			meaning: 'The posts that change, go, or are the pattern for new ones.',
			isNeeded: true
		}),
		ask('text', {
			id: 'name',
			label: 'Name of the new posts',
			meaning: 'What the new posts are called.',
			isNeeded: true,
			when: action('add')
		}),
		askRecord('teams', {
			id: 'team',
			label: 'Team of the new posts',
			meaning: 'Left empty, the team of the pattern.',
			when: action('add')
		}),
		askNumber('FTE', {
			id: 'fte',
			label: 'FTE',
			meaning:
				'Full-time equivalents afterwards, of the posts that change or of the new ones; not for posts that go.'
		}),
		askNumber('people', {
			id: 'heads',
			label: 'Heads',
			meaning:
				'People afterwards, whatever their hours: National Insurance is due for each of them; not for posts that go.'
		}),
		askChoice(
			[
				{ value: 'redundant', label: 'They are made redundant' },
				{ value: 'redeployed', label: 'They are redeployed' },
				{ value: 'vacant', label: 'The posts are vacant' }
			],
			{
				id: 'destination',
				label: 'Where the people go',
				meaning: 'Redundancy is paid only for people who are made redundant.',
				isNeeded: true,
				when: action('remove')
			}
		),
		askNumber('£', {
			id: 'redundancyCost',
			label: 'Redundancy cost',
			meaning:
				'What making all of these posts redundant costs; left empty, what their record says holds.',
			when: action('remove')
		}),
		askStart('First month', 'From this month on the change begins to hold.'),
		RAMP,
		askNumber('£', {
			id: 'oneOff',
			label: 'One-off cost',
			meaning: 'Recruiting and training, or redundancy where a group shrinks, in the first month.'
		}),
		...COMMON
	],
	build: (council, scenario, answered) => {
		const post = answered.record('post', 'posts');
		if (post === null) return { title: '' };
		tellRemoved(answered, scenario, 'post', `posts/${post.id}`);
		switch (answered.text('action')) {
			case 'add':
				return added(council, answered, post);
			case 'remove':
				return removed(answered, post);
			default:
				return changed(council, scenario, answered, post);
		}
	}
};

function changed(council: Council, scenario: Scenario, answered: Answered, post: Post) {
	tellOfPeople(answered);
	const edits = answeredEdits(council, scenario, answered, post);
	const isAnswered = answered.number('fte') !== null && answered.number('heads') !== null;
	if (isAnswered && edits.length === 0)
		answered.tell('fte', `${post.title} has these heads and FTE already; write other ones`);
	return {
		title: `Change ${post.title}`,
		rampMonths: rampOf(answered),
		edits,
		oneOffs: [
			...oneOffFrom(answered, 'oneOff', {
				title: `One-off cost of changing ${post.title}`,
				ledger: 'revenue' as const
			})
		]
	};
}

function answeredEdits(
	council: Council,
	scenario: Scenario,
	answered: Answered,
	post: Post
): readonly FileEdit[] {
	const record = `posts/${post.id}`;
	const start = answered.text('start') ?? '';
	return (['fte', 'heads'] as const).flatMap((field) => {
		const value = answered.number(field)?.toFixed() ?? null;
		const now = standingValue(council, scenario, { record, field, start });
		return value === null || value === now ? [] : [setting(record, field, value)];
	});
}

/** FTE and heads are both needed, and nobody works more than full time. */
function tellOfPeople(answered: Answered): void {
	const [fte, heads] = [answered.number('fte'), answered.number('heads')];
	if (fte === null) answered.tell('fte', 'FTE is missing; write the number afterwards');
	if (heads === null)
		answered.tell('heads', 'Heads is missing; write how many people share the FTE');
	if (fte === null || heads === null) return;
	if (fte.isZero()) answered.tell('fte', 'is 0; take the posts away instead');
	else if (heads.lt(fte))
		answered.tell(
			'heads',
			`${heads.toFixed()} people cannot fill ${fte.toFixed()} FTE; write more`
		);
}

// What is said of the pattern's own people and figures is not said of the new posts.
const OF_THE_PATTERN = ['note', 'evidence', 'redundancyCost'];

function added(council: Council, answered: Answered, like: Post) {
	tellOfPeople(answered);
	const title = answered.text('name') ?? '';
	const pattern = rowOf(council, `records/posts/${like.id}`);
	const kept = Object.entries(isObject(pattern) ? pattern : {}).filter(
		([field]) => !OF_THE_PATTERN.includes(field)
	);
	const record = {
		...Object.fromEntries(kept),
		id: freshId(title, idsOf(council, 'posts')),
		title,
		team: answered.text('team') ?? like.team,
		// The heading's figure of the base year does not contain posts that were not there.
		headingScope: 'excluded',
		heads: answered.text('heads'),
		fte: answered.text('fte')
	};
	return {
		title: `Add ${title}`,
		rampMonths: rampOf(answered),
		edits: [{ edit: 'add' as const, kind: 'posts' as const, record }],
		oneOffs: [
			...oneOffFrom(answered, 'oneOff', {
				title: `Recruiting ${title}`,
				ledger: 'revenue' as const
			})
		]
	};
}

function removed(answered: Answered, post: Post) {
	const destination = answered.text('destination') as 'redundant' | 'redeployed' | 'vacant';
	const isKnown = answered.number('redundancyCost') ?? post.redundancyCost ?? null;
	if (destination === 'redundant' && isKnown === null)
		answered.tell(
			'redundancyCost',
			'Redundancy cost is not known; write it, 0 where there is none'
		);
	if (destination !== 'redundant' && answered.number('redundancyCost') !== null)
		answered.tell('redundancyCost', 'is paid only where people are made redundant; leave it empty');
	for (const field of ['fte', 'heads'])
		if (answered.number(field) !== null)
			answered.tell(field, 'is not for posts that are taken away; leave it empty');
	if (rampOf(answered) > 0)
		answered.tell('ramp', 'posts are taken away at once; leave it empty, or let them shrink first');
	const ref = `posts/${post.id}`;
	return {
		title: `Take away ${post.title}`,
		edits: [
			...settingAnswered(answered, ref, post, ['redundancyCost']),
			{ edit: 'remove' as const, record: ref, destination }
		],
		oneOffs: [
			...oneOffFrom(answered, 'oneOff', {
				title: `One-off cost of taking away ${post.title}`,
				ledger: 'revenue' as const
			})
		]
	};
}
