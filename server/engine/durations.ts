const UNITS: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/**
 * The instant that the SDK's time string means: an ISO instant, or a duration such as `2h30m` from `now` on.
 * Throws when it is neither.
 */
export function instantOf(text: string, now: Date): Date {
	if (/^\d{4}-/.test(text)) return new Date(text);
	if (!/^(\d+[wdhms])*$/.test(text)) throw new Error(`not a time: ${JSON.stringify(text)}`);
	const parts = [...text.matchAll(/(\d+)([wdhms])/g)];
	const ms = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ""] ?? 0), 0);
	return new Date(now.getTime() + ms);
}
