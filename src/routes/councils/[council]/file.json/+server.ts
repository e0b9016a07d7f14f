import { writeCouncil } from '$lib/model';
import { askedFor } from '../council.server';
import type { RequestHandler } from './$types';

/** The council's file to be kept or carried elsewhere: read again, it gives the same council. */
export const GET: RequestHandler = (event) => {
	const { council } = askedFor(event);
	return new Response(`${JSON.stringify(writeCouncil(council), null, '\t')}\n`, {
		headers: {
			'Content-Type': 'application/json; charset=utf-8',
			'Content-Disposition': `attachment; filename="${council.council.id}.json"`
		}
	});
};
