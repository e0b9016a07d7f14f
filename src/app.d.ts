import type { User } from '$lib/server/access/policy';
import type { Trouble } from '$lib/server/db/trouble';

declare global {
	namespace App {
		/** Who asks; src/hooks.server.ts sets it for every request. */
		interface Locals {
			user: User;
			/** What the disk refused while this request was answered, if it did; handleError sets it. */
			trouble?: Trouble;
		}
		/** What lies over the page without being one: the working of a figure, and how many were opened one from another. */
		interface PageState {
			working?: { href: string; depth: number };
		}
		/** What an error page shows: a sentence for the user and, when it was unexpected, the id of its log line. */
		interface Error {
			message: string;
			id?: string;
		}
	}
}

export {};
