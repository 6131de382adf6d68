/** The look of mails: the light tokens of app/globals.css as plain values, for mail programs know no variables. */
export const look = {
	canvas: "#faf7f1",
	surface: "#fffdf9",
	ink: "#221c16",
	muted: "#675d52",
	line: "#e6dfd3",
	accent: "#b9510b",
	onAccent: "#fffaf3",
	font: 'Inter, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
} as const;
