type Given = {
	/** So many are inside at once. */
	atOnce: number;
	/** Of these so many of one group at most, such as of one network. */
	ofOneGroup: number;
	/** So many stand in line; who comes then is told that there are more. */
	longest: number;
	/** Who has not asked again for so long has gone home. */
	patienceMs: number;
};

type Waiting = {
	admitted: false /** From 1; null when the line is so long that no place is given. */;
	place: number | null;
};
export type Admission = { admitted: true; leave: () => void } | Waiting;

/**
 * Lets in as many as can be served at once, and keeps the order of the others, who ask again by their ticket. It lives in this
 * process' memory, of which it takes a bounded part: the work that a flood may cause is bounded, too.
 */
export function makeWaitingRoom({ atOnce, ofOneGroup, longest, patienceMs }: Given) {
	const inside = new Map<string, string>();
	const line = new Map<string, { asked: number; group: string }>();

	const sendHome = (now: number) => {
		for (const [ticket, { asked }] of line) if (asked + patienceMs < now) line.delete(ticket);
	};
	/** How many come first. Those whose group has all of its places keep nobody waiting. */
	function countBefore(ticket: string): number {
		const places = new Map<string, number>();
		for (const group of inside.values()) places.set(group, (places.get(group) ?? 0) + 1);
		let before = 0;
		for (const [other, { group }] of line) {
			if (other === ticket) break;
			if ((places.get(group) ?? 0) < ofOneGroup) before += 1;
		}
		return before;
	}
	const ofGroup = (group: string): number => [...inside.values()].filter((one) => one === group).length;

	function admit(ticket: string, group: string): Admission {
		line.delete(ticket);
		inside.set(ticket, group);
		return { admitted: true, leave: () => void inside.delete(ticket) };
	}

	/** Whether there is room now; for whom there is none, a place in the line. A ticket that is inside already gets in once only. */
	function ask(ticket: string, group: string, now: Date): Waiting | null {
		const at = now.getTime();
		sendHome(at);
		if (inside.has(ticket)) return { admitted: false, place: 1 };
		const before = countBefore(ticket);
		if (before < atOnce - inside.size && ofGroup(group) < ofOneGroup) return null;
		if (!line.has(ticket) && line.size >= longest) return { admitted: false, place: null };
		line.set(ticket, { asked: at, group });
		return { admitted: false, place: before + 1 };
	}

	return {
		ask,
		/** Asks, and goes in where there is room. */
		enter: (ticket: string, group: string, now: Date): Admission => ask(ticket, group, now) ?? admit(ticket, group),
		size: () => ({ inside: inside.size, waiting: line.size }),
	};
}
