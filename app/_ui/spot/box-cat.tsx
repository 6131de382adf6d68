/** For lists with nothing in them: where nothing is, a cat sits in the box. */
export function BoxCat({ className }: { className?: string }) {
	return (
		<svg viewBox="0 0 160 120" aria-hidden="true" className={className} data-drawing>
			<ellipse cx="80" cy="111" rx="62" ry="5" className="fill-line" />
			<g strokeLinejoin="round">
				<path d="M57 44 58 22 74 34Z" className="fill-muted stroke-muted" strokeWidth="6" />
				<path d="M103 44 102 22 86 34Z" className="fill-muted stroke-muted" strokeWidth="6" />
			</g>
			<path d="M52 56c0-16 12-25 28-25s28 9 28 25v16H52Z" className="fill-muted" />
			<g className="fill-surface">
				<circle cx="70" cy="53" r="4.5" />
				<circle cx="90" cy="53" r="4.5" />
			</g>
			<g className="fill-ink">
				<ellipse cx="70.6" cy="54" rx="2" ry="3.4" />
				<ellipse cx="90.6" cy="54" rx="2" ry="3.4" />
			</g>
			<path
				d="M36 68h88l-5 40a3 3 0 0 1-3 3H44a3 3 0 0 1-3-3Z"
				className="fill-warn-tint stroke-edge"
				strokeWidth="2"
			/>
			<path
				d="M36 68 20 82l18 4M124 68l16 14-18 4"
				className="fill-warn-tint stroke-edge"
				strokeWidth="2"
				strokeLinejoin="round"
			/>
			<g className="fill-muted">
				<rect x="58" y="63" width="12" height="11" rx="5.5" />
				<rect x="90" y="63" width="12" height="11" rx="5.5" />
			</g>
			<path d="M70 94h20M74 100h12" className="stroke-edge" strokeWidth="2.5" strokeLinecap="round" />
		</svg>
	);
}
