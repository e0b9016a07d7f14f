declare global {
	namespace App {
		/** What an error page shows: a sentence for the user and, when it was unexpected, the id of its log line. */
		interface Error {
			message: string;
			id?: string;
		}
	}
}

export {};
