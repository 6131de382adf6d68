/** For a day with nothing to do: a cat curled up asleep. */
export function NapCat({ className }: { className?: string }) {
	return (
		<svg viewBox="0 0 160 120" aria-hidden="true" className={className} data-drawing>
			<ellipse cx="80" cy="104" rx="64" ry="8" className="fill-line" />
			<path d="M24 88c0-26 24-44 56-44 34 0 56 20 56 44 0 10-8 16-20 16H46c-14 0-22-6-22-16Z" className="fill-muted" />
			<path
				d="M134 84c2 12-8 19-24 19-20 0-42-1-58-3"
				className="stroke-edge"
				fill="none"
				strokeWidth="9"
				strokeLinecap="round"
			/>
			<g strokeLinejoin="round">
				<path d="M28 70 24 52 41 58Z" className="fill-muted stroke-surface" strokeWidth="3" />
				<path d="M64 66 70 49 53 56Z" className="fill-muted stroke-surface" strokeWidth="3" />
			</g>
			<path
				d="M22 78c0-14 10-22 25-22s25 8 25 22-10 21-25 21-25-7-25-21Z"
				className="fill-muted stroke-surface"
				strokeWidth="3"
			/>
			<g className="stroke-surface" fill="none" strokeWidth="2.5" strokeLinecap="round">
				<path d="M32 77c2 3 7 3 9 0M53 77c2 3 7 3 9 0" />
				<path d="M43 86c1.5 2 3 2 4 0 1 2 2.5 2 4 0" strokeWidth="2" />
			</g>
			<g className="fill-edge">
				<text x="82" y="36" fontSize="12">
					z
				</text>
				<text x="94" y="26" fontSize="16">
					z
				</text>
				<text x="110" y="16" fontSize="20">
					z
				</text>
			</g>
		</svg>
	);
}
