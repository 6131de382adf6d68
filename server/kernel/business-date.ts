const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times what using it does. The Canadian way to write a date is `YYYY-MM-DD`. */
function formatter(timeZone: string): Intl.DateTimeFormat {
	const made =
		formatters.get(timeZone) ??
		new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
	formatters.set(timeZone, made);
	return made;
}

/** The day an instant falls on in a time zone, as `YYYY-MM-DD`. */
export const businessDate = (instant: Date, timeZone: string): string => formatter(timeZone).format(instant);
