/** For a day with nothing to do: a cat curled up asleep. */
export function NapCat({ className }: { className?: string }) {
	return (
		<svg viewBox="0 0 160 120" aria-hidden="true" className={className} data-drawing>
			<ellipse cx="82" cy="105" rx="66" ry="7" className="fill-line" />
			<path d="M28 92c0-28 22-46 54-46 34 0 58 18 58 42 0 11-8 16-20 16H48c-13 0-20-4-20-12Z" className="fill-muted" />
			<path d="M138 82c4 14-6 21-22 21H74" className="stroke-edge" fill="none" strokeWidth="10" strokeLinecap="round" />
			<g className="fill-muted stroke-surface" strokeWidth="3" strokeLinejoin="round">
				<path d="M24.5 78 22 54.5c-.2-1.600 1.5-2.700 2.900-1.800L39 61h17l14.100-8.300c1.400-.9 3.100.2 2.900 1.800L70.5 78c0 15-9 24-23 24s-23-9-23-24Z" />
			</g>
			<g className="stroke-surface" fill="none" strokeWidth="2.5" strokeLinecap="round">
				<path d="M34 79c2 3 7 3 9 0M52 79c2 3 7 3 9 0" />
				<path d="M43.5 88.5c1.200 2 3 2 4 0 1 2 2.800 2 4 0" strokeWidth="2" />
			</g>
			<g className="fill-edge" fontWeight="600">
				<text x="84" y="36" fontSize="12">
					z
				</text>
				<text x="96" y="26" fontSize="16">
					z
				</text>
				<text x="112" y="16" fontSize="20">
					z
				</text>
			</g>
		</svg>
	);
}
