/** Calendar days are written `YYYY-MM-DD`; the calendar component wants local dates. Noon keeps clear of changes of the clocks. */
export function toLocalDate(day: string): Date {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	return new Date(year, month - 1, date, 12);
}

export function toDay(local: Date): string {
	const two = (value: number) => String(value).padStart(2, "0");
	return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}
