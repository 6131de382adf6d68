/** A cat that has just slipped out of its collar: two ears, a smile, one open ring. */
export function Logo({ className }: { className?: string }) {
	return (
		<svg viewBox="0 0 32 32" aria-hidden className={className} data-drawing>
			<path
				className="fill-ink"
				d="M5.2 4.6c.5-.9 1.7-1.1 2.5-.5l4.6 3.7a15 15 0 0 1 7.4 0l4.6-3.7c.8-.6 2-.4 2.5.5.9 1.8 1.6 4.5 1.6 7.6.4 1.3.6 2.7.6 4.1C29 23.4 23.2 28 16 28S3 23.4 3 16.3c0-1.4.2-2.8.6-4.1 0-3.1.7-5.8 1.6-7.6Z"
			/>
			<circle className="fill-canvas" cx="11" cy="16" r="2" />
			<circle className="fill-canvas" cx="21" cy="16" r="2" />
			<path
				className="stroke-canvas"
				d="M12.5 21c.6 1.2 1.7 1.6 2.5 1.2.6-.3 1-.8 1-1.4 0 .6.4 1.1 1 1.4.8.4 1.9 0 2.5-1.2"
				fill="none"
				strokeWidth="1.6"
				strokeLinecap="round"
			/>
		</svg>
	);
}
