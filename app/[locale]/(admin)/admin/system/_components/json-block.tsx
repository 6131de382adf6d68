/** What the room scrolls in must be reachable by keyboard. */
const scrollable = { tabIndex: 0 };

/** A value as the machine keeps it. */
export function JsonBlock({ label, value }: { label: string; value: unknown }) {
	return (
		<section aria-label={label} {...scrollable} className="max-h-96 overflow-auto rounded-md bg-sunken p-3">
			<pre className="font-mono text-xs leading-relaxed">
				{typeof value === "string" ? value : JSON.stringify(value, null, 2)}
			</pre>
		</section>
	);
}
