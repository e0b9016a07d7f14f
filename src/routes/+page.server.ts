import { en as text } from '$lib/messages/en';
import { listCouncils } from '$lib/server/councils';
import { store } from '$lib/server/start';
import type { PageServerLoad } from './$types';

/** The example that the first button opens: a real council, so that its figures lead to documents. */
const EXAMPLE = {
	council: 'cheshire-east',
	scenarios: ['nothing', 'two-centres', 'early-help-cut']
};

/** The councils kept here, and the example to open first. */
export const load = (({ locals }) => {
	const councils = listCouncils(store(), locals.user).map(
		({ id, name, invented, description }) => ({
			id,
			name,
			invented,
			description
		})
	);
	const example = councils.find(({ id }) => id === EXAMPLE.council);
	return {
		title: text.start.title,
		councils,
		example: example === undefined ? null : { ...EXAMPLE, name: example.name }
	};
}) satisfies PageServerLoad;
