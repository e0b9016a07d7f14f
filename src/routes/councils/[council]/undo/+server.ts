import { undoRequest } from '$lib/exchange/editing';
import { contextOf } from '$lib/server/access/policy';
import { store } from '$lib/server/start';
import { takeBack } from '$lib/server/undo';
import { answered, asked } from '../editing.server';
import type { RequestHandler } from './$types';

/** Takes back, or does again, the edits of one history down to one of them. */
export const POST: RequestHandler = async (event) => {
	const request = await asked(undoRequest, event.request);
	return answered(takeBack(store(), contextOf(event), request), event.params.council);
};
