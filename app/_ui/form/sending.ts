import { newId } from "@/server/kernel/new-id";

export type Sending = {
	/** The same for every attempt to send until one has succeeded, so that a repeated one makes nothing twice. */
	key(): string;
	/** Runs one attempt; while it runs, another does nothing and answers `false`. */
	alone(attempt: () => Promise<void>): Promise<boolean>;
	/** What was sent has arrived: the next is another thing. */
	succeeded(): void;
};

/** How one form on the screen is sent: one attempt at a time, all under one key. */
export function makeSending(): Sending {
	let key = newId<string>();
	let busy = false;
	return {
		key: () => key,
		async alone(attempt) {
			if (busy) return false;
			busy = true;
			try {
				await attempt();
				return true;
			} finally {
				busy = false;
			}
		},
		succeeded() {
			key = newId();
		},
	};
}
