import { error, json } from '@sveltejs/kit';
import type { z } from 'zod';
import type { EditAnswer } from '$lib/exchange/editing';
import { en as text } from '$lib/messages/en';
import { saving } from '$lib/messages/saving';
import type { EditResult, Refusal } from '$lib/server/edits';
import { DEEPEST_REQUEST, readRequest, type Unreadable } from '$lib/server/requests';

const STATUS = { done: 200, clash: 409, others: 409, problem: 422, refused: 422 } as const;

/** What a request for an edit says, by its schema; ends the request where it cannot be read. */
export async function asked<S extends z.ZodType>(
	schema: S,
	request: Request
): Promise<z.output<S>> {
	const type = request.headers.get('content-type') ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type)) error(415, saving.request.contentType);
	const read = readRequest(schema, await request.text());
	if (read.ok) return read.data;
	error(read.reason === 'notJson' ? 400 : 422, unreadable(read));
}

/** The answer to an edit, with its HTTP status: 409 where somebody was quicker, 422 where it cannot be taken as it is. */
export function answered(result: EditResult | null, council: string): Response {
	if (result === null) error(404, text.errors.noCouncil(council));
	const answer: EditAnswer = result.answer === 'refused' ? refused(result.why) : result;
	return json(answer, { status: STATUS[answer.answer] });
}

/** A refusal in words. */
export function refused(why: Refusal): Extract<EditAnswer, { readonly answer: 'refused' }> {
	return { answer: 'refused', message: saving.refused[why] };
}

function unreadable(why: Unreadable): string {
	if (why.reason === 'wrong') return saving.request.wrong(why.problem);
	return why.reason === 'tooDeep'
		? saving.request.tooDeep(DEEPEST_REQUEST)
		: saving.request[why.reason];
}
